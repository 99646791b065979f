// What a whole server gives up before it warms up.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/// Asks the kernel to end this process and its children first when memory runs out, rather than the trusted side.
static void volunteer(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  // Where the kernel says no, it chooses as it always does.
  if (write(file, "800", 3) < 0) errno = 0;
  close(file);
}

void sandbox_isolate(struct sandbox_protections *held) {
  held->running_as_root = geteuid() == 0;
  volunteer();
  // The user namespace comes with the others: an ordinary user may make them only inside it.
  const int others = CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
  if (unshare(CLONE_NEWUSER | others) == 0) {
    held->user_namespace = held->network_namespace = 1;
  } else if (unshare(others) == 0) {
    held->network_namespace = 1;
  }
}

int sandbox_threads(void) {
  FILE *status = fopen("/proc/self/status", "re");
  if (!status) return -errno;
  char line[256];
  int threads = -ENODATA;
  while (fgets(line, sizeof line, status)) {
    if (sscanf(line, "Threads: %d", &threads) == 1) break;
  }
  fclose(status);
  return threads;
}
