// Landlock: which files may be read. The headers of Debian 12 know fewer rights than today's kernels, so the numbers of
// the kernel's own interface (include/uapi/linux/landlock.h) stand here, each with the version that brought it.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

enum { CREATE_VERSION = 1 << 0, RULE_PATH_BENEATH = 1 };

static const uint64_t READ_FILE = 1 << 2, READ_DIRECTORY = 1 << 3;
// 1: execute, write, read, remove and make of every kind. 2: refer. 3: truncate. 5: device ioctl.
static const uint64_t FILES_1 = (1 << 13) - 1, FILES_2 = 1 << 13, FILES_3 = 1 << 14, FILES_5 = 1 << 15;
// 4: TCP bind and connect.
static const uint64_t NETWORK_4 = (1 << 0) | (1 << 1);
// 6: abstract Unix sockets and signals to processes outside.
static const uint64_t SCOPE_6 = (1 << 0) | (1 << 1);

struct ruleset_attributes {
  uint64_t files;
  uint64_t network;
  uint64_t scope;
};

struct __attribute__((packed)) path_rule {
  uint64_t allowed;
  int32_t parent;
};

int sandbox_landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, CREATE_VERSION);
  return version > 0 ? (int)version : 0;
}

static int allow_reading(int ruleset, const char *path) {
  int parent = open(path, O_PATH | O_CLOEXEC);
  // A path this machine does not have needs no rule.
  if (parent < 0) return errno == ENOENT || errno == EACCES || errno == ENOTDIR ? 0 : -errno;
  struct stat status;
  int failure = fstat(parent, &status) == 0 ? 0 : -errno;
  if (!failure) {
    struct path_rule rule = {
      .allowed = S_ISDIR(status.st_mode) ? READ_FILE | READ_DIRECTORY : READ_FILE,
      .parent = parent,
    };
    if (syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0) != 0) failure = -errno;
  }
  close(parent);
  return failure;
}

int sandbox_landlock_prepare(const char *const *readable) {
  int version = sandbox_landlock_version();
  if (version == 0) return -ENOSYS;
  struct ruleset_attributes attributes = {.files = FILES_1, .network = 0, .scope = 0};
  size_t size = sizeof attributes.files;
  if (version >= 2) attributes.files |= FILES_2;
  if (version >= 3) attributes.files |= FILES_3;
  if (version >= 4) {
    attributes.network = NETWORK_4;
    size = offsetof(struct ruleset_attributes, scope);
  }
  if (version >= 5) attributes.files |= FILES_5;
  if (version >= 6) {
    attributes.scope = SCOPE_6;
    size = sizeof attributes;
  }
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
  if (ruleset < 0) return -errno;
  for (; *readable; readable++) {
    int failure = allow_reading(ruleset, *readable);
    if (failure) {
      close(ruleset);
      return failure;
    }
  }
  return ruleset;
}

int sandbox_landlock_enter(int ruleset) {
  return syscall(SYS_landlock_restrict_self, ruleset, 0) == 0 ? 0 : -errno;
}
