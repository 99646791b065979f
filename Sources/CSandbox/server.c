// The fork server: warm and trusted, it never looks into a document. It forks one child for each, holds the deadline,
// kills what overstays, and says how it ended.
#define _GNU_SOURCE
#include "channel.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// How a child that could not be protected ends, before it has seen a byte.
static const int UNPROTECTED = 71;

/// The document under way, in a child; the server never sets it.
static struct {
  struct sandbox_marks *marks;
  struct sandbox_limits limits;
} underway;

void sandbox_claim_pages(uint32_t pages) {
  if (!underway.marks) return;
  underway.marks->pages = pages;
  struct rlimit cpu;
  if (getrlimit(RLIMIT_CPU, &cpu) != 0) return;
  cpu.rlim_cur = sandbox_cpu_allowed(&underway.limits, pages);
  setrlimit(RLIMIT_CPU, &cpu);
}

struct server {
  const struct sandbox_request *request;
  struct sandbox_marks *marks;
  int ruleset;
  int null;
};

static void become_child(const struct server *server, pid_t parent, int document, int answer) {
  setpgid(0, 0);
  // The server has one thread, so "the thread that forked" dies only with it.
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (getppid() != parent) _exit(UNPROTECTED);
  // Messages of the parsers may quote the document and may be endless: nobody keeps them.
  int descriptors[5] = {server->null, server->null, server->null, document, answer};
  // First out of the way of 0 to 4, then into place; the control socket and the start-up file are overwritten.
  for (int i = 0; i < 5; i++) {
    if ((descriptors[i] = fcntl(descriptors[i], F_DUPFD_CLOEXEC, 10)) < 0) _exit(UNPROTECTED);
  }
  for (int i = 0; i < 5; i++) {
    if (dup2(descriptors[i], i) < 0) _exit(UNPROTECTED);
    close(descriptors[i]);
  }
  if (document > SANDBOX_ANSWER) close(document);
  if (answer > SANDBOX_ANSWER) close(answer);
  close(server->null);
  // A write to a closed pipe is an error like another.
  signal(SIGPIPE, SIG_IGN);
  underway.marks = server->marks;
  underway.limits = server->request->limits;
  sandbox_watch_allocations(server->marks);
  struct sandbox_protections held;
  memset(&held, 0, sizeof held);
  if (sandbox_protect(&server->request->limits, server->ruleset, &held) != 0) _exit(UNPROTECTED);
  if (server->ruleset >= 0) close(server->ruleset);
}

/// Kills the child's group and reaps it. The group goes first: until the child is reaped nobody else can bear its number.
static void finish(pid_t child, struct sandbox_report *report) {
  kill(-child, SIGKILL);
  kill(child, SIGKILL);
  int status = 0;
  struct rusage usage;
  memset(&usage, 0, sizeof usage);
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {}
  report->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  report->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  report->cpu_microseconds = (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000
                             + (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
  report->peak_bytes = (uint64_t)usage.ru_maxrss * 1024;
}

/// Waits until the child has ended by itself. False when the parent is gone or waiting fails.
static bool watch(int child_handle, const struct server *server, struct sandbox_report *report) {
  int64_t start = sandbox_now();
  for (;;) {
    // The deadline follows the pages claimed so far; a claim beyond the limits buys nothing.
    report->pages_claimed = server->marks->pages;
    report->cpu_allowed_seconds = sandbox_cpu_allowed(&server->request->limits, report->pages_claimed);
    int64_t allowed = 1000 * (int64_t)report->cpu_allowed_seconds * SANDBOX_DEADLINE_FACTOR;
    int64_t left = start + allowed - sandbox_now();
    if (left <= 0) {
      report->deadline_struck = 1;
      return true;
    }
    struct pollfd waiting[2] = {{.fd = child_handle, .events = POLLIN}, {.fd = SANDBOX_CONTROL, .events = 0}};
    int ready = poll(waiting, 2, left < INT_MAX ? (int)left : INT_MAX);
    if (ready < 0 && errno != EINTR) return false;
    if (ready <= 0) continue;
    if (waiting[1].revents) return false;
    if (waiting[0].revents) return true;
  }
}

static int serve_one(struct server *server, int document, int answer, sandbox_reading reading, void *context) {
  struct sandbox_report report = {.version = SANDBOX_VERSION, .number = server->request->number, .exit_code = -1};
  *server->marks = (struct sandbox_marks){0, 0};
  pid_t parent = getpid(), child = fork();
  if (child < 0) return -errno;
  if (child == 0) {
    become_child(server, parent, document, answer);
    sandbox_fill_heap();
    reading(context);
    // An ordinary exit runs destructors of libraries that were measured to crash there and lose the answer.
    _exit(0);
  }
  setpgid(child, child);
  close(document);
  close(answer);
  int handle = (int)syscall(SYS_pidfd_open, child, 0);
  bool attended = handle >= 0 && watch(handle, server, &report);
  if (handle >= 0) close(handle);
  finish(child, &report);
  if (!attended) return -EPIPE;
  report.pages_claimed = server->marks->pages;
  report.cpu_allowed_seconds = sandbox_cpu_allowed(&server->request->limits, report.pages_claimed);
  report.memory_refused = server->marks->memory_refused != 0;
  return sandbox_send_message(SANDBOX_CONTROL, &report, sizeof report);
}

/// Moves a descriptor of the server's clear of those that a child puts in place; what is negative stays so.
static int out_of_the_way(int descriptor) {
  if (descriptor < 0) return descriptor;
  int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
  close(descriptor);
  return moved;
}

int sandbox_serve(const char *const *readable, sandbox_reading reading, void *context) {
  signal(SIGPIPE, SIG_IGN);
  struct sandbox_request request;
  struct server server = {.request = &request, .ruleset = out_of_the_way(sandbox_landlock_prepare(readable))};
  server.null = out_of_the_way(open("/dev/null", O_RDWR | O_CLOEXEC));
  if (server.null < 0) return -errno;
  server.marks = mmap(NULL, sizeof *server.marks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (server.marks == MAP_FAILED) return -errno;

  struct sandbox_protections held;
  memset(&held, 0, sizeof held);
  int failure = sandbox_probe(readable, &held);
  if (failure) return failure;
  if (!held.limits || !held.no_new_privileges || !held.capabilities_dropped || !held.system_call_filter) return -EPERM;

  int threads = sandbox_threads();
  if (threads < 0) return threads;
  // A lock held by another thread at the time of a fork would be held for ever in the child.
  if (threads != 1) return -EBUSY;
  sandbox_widen_heap();
  const struct sandbox_hello hello = {.version = SANDBOX_VERSION};
  if ((failure = sandbox_send_message(SANDBOX_CONTROL, &hello, sizeof hello))) return failure;

  for (;;) {
    int document = -1, answer = -1;
    failure = sandbox_receive_request(SANDBOX_CONTROL, &request, &document, &answer);
    if (!failure) failure = serve_one(&server, document, answer, reading, context);
    if (failure == -EPIPE) return 0;
    if (failure) return failure;
  }
}
