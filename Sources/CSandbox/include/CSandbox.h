// What one document may cost, what a throw-away process may do, and how the two sides of the worker boundary talk.
//
// The trusted side (Reader) launches `guichet-reader`, which warms up and then serves: one forked child a document.
// Nothing here knows forms or parsers. Functions return 0 or a positive number on success and -errno on failure.
#ifndef GUICHET_CSANDBOX_H
#define GUICHET_CSANDBOX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// The descriptors a worker finds open besides 0, 1 and 2 (all three /dev/null in a child).
enum {
  /// In the server: the control socket. In a child: the document, read-only.
  SANDBOX_CONTROL = 3,
  SANDBOX_DOCUMENT = 3,
  /// In the server: what it is told at start. In a child: where the answer goes.
  SANDBOX_START = 4,
  SANDBOX_ANSWER = 4,
};

/// How much longer than its CPU time a document may take by the clock. The deadline is there for what waits without
/// computing; where other programs, or more readers than processors, share the machine, a sound document gets but a part
/// of a processor, and four at once on each are usual.
enum { SANDBOX_DEADLINE_FACTOR = 4 };

/// What one document may use.
struct sandbox_limits {
  /// Address space, libraries included.
  uint64_t memory_bytes;
  /// The answer; also the size of any file a child could grow.
  uint64_t output_bytes;
  /// CPU time: base + page x pages, never over maximum. The deadline is `SANDBOX_DEADLINE_FACTOR` times that.
  uint32_t cpu_base_seconds;
  uint32_t cpu_page_seconds;
  uint32_t cpu_maximum_seconds;
  /// A child that claims more pages gets no more time for them.
  uint32_t maximum_pages;
};

/// One document to read; two descriptors travel with it: the document and the answer.
struct sandbox_request {
  uint32_t version;
  uint32_t number;
  struct sandbox_limits limits;
};

/// How a child ended, as the server saw it. Nothing in it is the child's word but `memory_refused` and `pages_claimed`.
struct sandbox_report {
  uint32_t version;
  uint32_t number;
  /// The exit code, or -1 when a signal ended it.
  int32_t exit_code;
  /// The signal, or 0.
  int32_t signal;
  uint32_t deadline_struck;
  /// Whether an allocation failed in the child.
  uint32_t memory_refused;
  uint32_t pages_claimed;
  uint32_t cpu_allowed_seconds;
  uint64_t cpu_microseconds;
  uint64_t peak_bytes;
};

/// What the server says once, when it is ready to fork.
struct sandbox_hello {
  uint32_t version;
};

enum { SANDBOX_VERSION = 1 };

/// What holds on this machine, each tried for real in a forked child, not read from a version number.
struct sandbox_protections {
  uint32_t limits;
  uint32_t no_new_privileges;
  uint32_t capabilities_dropped;
  uint32_t system_call_filter;
  /// The kernel's Landlock version; 0 when files are not fenced.
  uint32_t landlock;
  uint32_t network_namespace;
  uint32_t user_namespace;
  /// Attempts made under protection and refused.
  uint32_t refuses_network;
  uint32_t refuses_programs;
  uint32_t refuses_processes;
  uint32_t refuses_writing;
  uint32_t refuses_reading_elsewhere;
  uint32_t refuses_signals;
  /// Whether the worker runs as root, which weakens several of the above.
  uint32_t running_as_root;
};

// The worker's side.

/// Reads the document on `SANDBOX_DOCUMENT` and writes its answer to `SANDBOX_ANSWER`.
typedef void (*sandbox_reading)(void *context);

/// Cuts this process off from network, IPC and host names where the kernel allows it; call once, before any thread.
/// Fills `network_namespace` and `user_namespace`.
void sandbox_isolate(struct sandbox_protections *held);

/// How many threads this process has; -errno when it cannot tell.
int sandbox_threads(void);

/// Serves requests from `SANDBOX_CONTROL` until the parent closes it: one child a document. `readable` ends with NULL.
/// Refuses to serve (-EPERM) where a child could not be limited and filtered, or (-EBUSY) with more than one thread.
int sandbox_serve(const char *const *readable, sandbox_reading reading, void *context);

/// Tells how many pages the document under way has, which buys time for them. Only within a reading.
void sandbox_claim_pages(uint32_t pages);

/// The kernel's Landlock version, 0 without it.
int sandbox_landlock_version(void);

/// Forks a child, protects it like a reading's, and has it try what it must not do.
int sandbox_probe(const char *const *readable, struct sandbox_protections *held);

// The trusted side.

/// Starts a program in a session of its own with nothing of ours but the descriptors given: `control` becomes 3, `start`
/// becomes 4, `output` becomes 1 and `errors` 2; a negative one is left closed (1 and 2: /dev/null). Returns its pid.
int sandbox_launch(
  const char *path, char *const *arguments, char *const *environment, int control, int start, int output, int errors);

/// Makes a connected pair of sockets that keep messages apart; closed on exec.
int sandbox_socket_pair(int ends[2]);

/// Makes an anonymous file; closed on exec.
int sandbox_anonymous_file(const char *name);

/// Makes an anonymous file that can hold so many bytes and no more; closed on exec.
int sandbox_bounded_file(const char *name, int64_t bytes);

/// Opens the file behind a descriptor anew, for reading only, with a position of its own.
int sandbox_reopen(int descriptor);

/// Sends a request with its two descriptors. -EPIPE when the server is gone.
int sandbox_send(int control, const struct sandbox_request *request, int document, int answer);

/// Waits for a message of exactly `size` bytes. -ETIMEDOUT; -EPIPE when the server is gone, -ECONNRESET when it went
/// without having read what was last sent; -EPROTO for any other size.
int sandbox_receive(int control, void *message, size_t size, int64_t timeout_milliseconds);

/// Waits for a process to end, kills its group after the grace, and reaps it. Returns its wait status, -1 if unknown.
int sandbox_stop(pid_t process, int64_t grace_milliseconds);

#endif
