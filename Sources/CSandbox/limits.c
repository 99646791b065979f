// Resource limits and privileges of the calling process.
#define _GNU_SOURCE
#include "internal.h"

#include <dlfcn.h>
#include <errno.h>
#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

uint32_t sandbox_cpu_allowed(const struct sandbox_limits *limits, uint32_t pages) {
  uint64_t counted = pages < limits->maximum_pages ? pages : limits->maximum_pages;
  uint64_t seconds = limits->cpu_base_seconds + counted * limits->cpu_page_seconds;
  return seconds < limits->cpu_maximum_seconds ? (uint32_t)seconds : limits->cpu_maximum_seconds;
}

static int limit(__rlimit_resource_t resource, uint64_t soft, uint64_t hard) {
  struct rlimit value = {.rlim_cur = soft, .rlim_max = hard};
  return setrlimit(resource, &value) == 0 ? 0 : -errno;
}

int sandbox_set_limits(const struct sandbox_limits *limits) {
  // Soft below hard, or the kernel sends SIGKILL in place of SIGXCPU and the cause is lost.
  uint64_t cpu = sandbox_cpu_allowed(limits, 0);
  int failure = 0;
  if ((failure = limit(RLIMIT_CPU, cpu, (uint64_t)limits->cpu_maximum_seconds + 1))) return failure;
  if ((failure = limit(RLIMIT_FSIZE, limits->output_bytes, limits->output_bytes))) return failure;
  if ((failure = limit(RLIMIT_NOFILE, 128, 128))) return failure;
  if ((failure = limit(RLIMIT_CORE, 0, 0))) return failure;
  // Bounds threads of an ordinary user (the filter refuses processes); the kernel does not count root's.
  if ((failure = limit(RLIMIT_NPROC, 512, 512))) return failure;
  if ((failure = limit(RLIMIT_MEMLOCK, 0, 0))) return failure;
  if ((failure = limit(RLIMIT_MSGQUEUE, 0, 0))) return failure;
  if ((failure = limit(RLIMIT_DATA, limits->memory_bytes, limits->memory_bytes))) return failure;
  return limit(RLIMIT_AS, limits->memory_bytes, limits->memory_bytes);
}

int sandbox_drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  return syscall(SYS_capset, &header, none) == 0 ? 0 : -errno;
}

int sandbox_protect(const struct sandbox_limits *limits, int ruleset, struct sandbox_protections *held) {
  int failure = 0;
  // Not dumpable: no core file even where a core pipe ignores RLIMIT_CORE, no look from a sibling's debugger.
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -errno;
  if ((failure = sandbox_set_limits(limits))) return failure;
  held->limits = 1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -errno;
  held->no_new_privileges = 1;
  if (ruleset >= 0) {
    if ((failure = sandbox_landlock_enter(ruleset))) return failure;
    held->landlock = (uint32_t)sandbox_landlock_version();
  }
  if ((failure = sandbox_drop_capabilities())) return failure;
  held->capabilities_dropped = 1;
  if ((failure = sandbox_filter())) return failure;
  held->system_call_filter = 1;
  return 0;
}

static struct sandbox_marks *watched;
static void (*(*set_new_handler)(void (*)(void)))(void);

static void allocation_refused(void) {
  watched->memory_refused = 1;
  // Without a handler operator new throws bad_alloc, as if we had never looked.
  set_new_handler(NULL);
}

void sandbox_watch_allocations(struct sandbox_marks *marks) {
  watched = marks;
  // std::set_new_handler, found by name so that this target needs no C++.
  *(void **)(&set_new_handler) = dlsym(RTLD_DEFAULT, "_ZSt15set_new_handlerPFvvE");
  if (set_new_handler) set_new_handler(allocation_refused);
}
