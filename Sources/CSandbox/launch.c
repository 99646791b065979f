// The trusted side's dealings with processes and descriptors.
#define _GNU_SOURCE
#include "channel.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int sandbox_anonymous_file(const char *name) {
  int file = memfd_create(name, MFD_CLOEXEC);
  return file < 0 ? -errno : file;
}

int sandbox_bounded_file(const char *name, int64_t bytes) {
  int file = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -errno;
  // A write past the seal fails with EPERM and harms nobody.
  if (ftruncate(file, bytes) == 0 && fcntl(file, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0) return file;
  int failure = -errno;
  close(file);
  return failure;
}

int sandbox_reopen(int descriptor) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  return file < 0 ? -errno : file;
}

int sandbox_launch(
  const char *path, char *const *arguments, char *const *environment, int control, int start, int output, int errors) {
  const int wanted[5] = {-1, output, errors, control, start};
  int kept[5] = {-1, -1, -1, -1, -1};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure) return -failure;
  if ((failure = posix_spawnattr_init(&attributes))) {
    posix_spawn_file_actions_destroy(&actions);
    return -failure;
  }
  // Away from 0 to 4 first, so that putting one in its place cannot overwrite another.
  for (int i = 0; i < 5 && !failure; i++) {
    if (wanted[i] >= 0 && (kept[i] = fcntl(wanted[i], F_DUPFD_CLOEXEC, 10)) < 0) failure = errno;
  }
  for (int i = 0; i < 5 && !failure; i++) {
    if (kept[i] >= 0) {
      failure = posix_spawn_file_actions_adddup2(&actions, kept[i], i);
    } else if (i < SANDBOX_CONTROL) {
      failure = posix_spawn_file_actions_addopen(&actions, i, "/dev/null", i == 0 ? O_RDONLY : O_WRONLY, 0);
    } else {
      // Fails harmlessly inside the child when it was not open.
      failure = posix_spawn_file_actions_addclose(&actions, i);
    }
  }
  if (!failure) failure = posix_spawn_file_actions_addclosefrom_np(&actions, 5);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if (!failure) failure = posix_spawnattr_setsigmask(&attributes, &none);
  if (!failure) failure = posix_spawnattr_setsigdefault(&attributes, &all);
  if (!failure) {
    failure = posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  pid_t process = -1;
  if (!failure) failure = posix_spawn(&process, path, &actions, &attributes, arguments, environment);
  for (int i = 0; i < 5; i++) {
    if (kept[i] >= 0) close(kept[i]);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure ? -failure : process;
}

int sandbox_stop(pid_t process, int64_t grace_milliseconds) {
  int64_t end = sandbox_now() + grace_milliseconds;
  int handle = (int)syscall(SYS_pidfd_open, process, 0);
  while (handle >= 0) {
    int64_t left = end - sandbox_now();
    struct pollfd waiting = {.fd = handle, .events = POLLIN};
    int ready = poll(&waiting, 1, left > 0 ? (int)left : 0);
    if (ready > 0 || (ready < 0 && errno != EINTR) || left <= 0) break;
  }
  if (handle >= 0) close(handle);
  kill(-process, SIGKILL);
  int status = 0;
  pid_t reaped;
  do reaped = waitpid(process, &status, 0);
  while (reaped < 0 && errno == EINTR);
  return reaped == process ? status : -1;
}
