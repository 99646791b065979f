// What holds on this machine: a child protects itself as for a document, then tries what it must not do.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static uint32_t refused(long result) { return result < 0 && (errno == EPERM || errno == EACCES); }

static void try_everything(struct sandbox_protections *held, pid_t server) {
  held->refuses_network =
    refused(socket(AF_INET, SOCK_STREAM, 0)) && refused(socket(AF_UNIX, SOCK_STREAM, 0)) && refused(socket(AF_NETLINK, SOCK_RAW, 0));
  char *const nothing[] = {NULL};
  held->refuses_programs = refused(execve("/bin/true", nothing, nothing));
  held->refuses_writing = refused(open("/tmp", O_TMPFILE | O_WRONLY, 0600)) && refused(open("/dev/null", O_WRONLY));
  held->refuses_reading_elsewhere = refused(open("/etc/passwd", O_RDONLY));
  held->refuses_signals = refused(kill(server, 0));
  long child = syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, 0);
  if (child == 0) _exit(0);
  held->refuses_processes = refused(child);
}

int sandbox_probe(const char *const *readable, struct sandbox_protections *held) {
  struct sandbox_protections *shared =
    mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return -errno;
  *shared = *held;
  const struct sandbox_limits limits = {
    .memory_bytes = (uint64_t)4 << 30, .output_bytes = 1 << 20, .cpu_base_seconds = 2, .cpu_page_seconds = 0,
    .cpu_maximum_seconds = 2, .maximum_pages = 1};
  int ruleset = sandbox_landlock_prepare(readable);
  pid_t server = getpid(), child = fork();
  if (child == 0) {
    if (sandbox_protect(&limits, ruleset, shared) == 0) try_everything(shared, server);
    _exit(0);
  }
  int failure = child < 0 ? -errno : 0;
  if (ruleset >= 0) close(ruleset);
  int status = 0;
  if (child > 0) {
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  }
  *held = *shared;
  munmap(shared, sizeof *shared);
  return failure;
}
