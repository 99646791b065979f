// The system-call filter of a child: what reading a document needs is allowed, everything else is refused with EPERM.
//
// Written as raw BPF so that the list is the whole truth and nothing is linked for it. A refused call fails like any
// other, which libraries bear; a call by another architecture's numbers (32-bit, x32) kills, for nothing honest makes it.
#define _GNU_SOURCE
#include "internal.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "guichet-reader has no system-call filter for this architecture"
#endif

// The bit that marks x32 numbers on x86-64.
static const uint32_t X32 = 0x40000000;

struct program {
  struct sock_filter code[400];
  unsigned short length;
  bool full;
};

static void add(struct program *p, uint16_t code, uint32_t k, uint8_t yes, uint8_t no) {
  if (p->length == sizeof p->code / sizeof *p->code) {
    p->full = true;
    return;
  }
  p->code[p->length++] = (struct sock_filter){.code = code, .jt = yes, .jf = no, .k = k};
}

static void load(struct program *p, size_t offset) { add(p, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0); }
static void answer(struct program *p, uint32_t action) { add(p, BPF_RET | BPF_K, action, 0, 0); }
static void refuse(struct program *p, int error) { answer(p, SECCOMP_RET_ERRNO | ((uint32_t)error & SECCOMP_RET_DATA)); }

static void allow(struct program *p, long call) {
  add(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1);
  answer(p, SECCOMP_RET_ALLOW);
}

static void answer_with(struct program *p, long call, int error) {
  add(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1);
  refuse(p, error);
}

// The kernel takes these arguments as 32-bit numbers, so their low half is all of them (both architectures are
// little-endian). `mmap` takes a long, but knows no protection bit above 31.
static size_t argument(int index) { return offsetof(struct seccomp_data, args) + 8 * (size_t)index; }

/// Allows a call when (argument & mask) == value.
static void allow_masked(struct program *p, long call, int index, uint32_t mask, uint32_t value) {
  add(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
  load(p, argument(index));
  add(p, BPF_ALU | BPF_AND | BPF_K, mask, 0, 0);
  add(p, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
  answer(p, SECCOMP_RET_ALLOW);
  refuse(p, EPERM);
}

/// Allows a call unless all bits of the mask are set in its argument.
static void allow_unless_all(struct program *p, long call, int index, uint32_t mask) {
  add(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
  load(p, argument(index));
  add(p, BPF_ALU | BPF_AND | BPF_K, mask, 0, 0);
  add(p, BPF_JMP | BPF_JEQ | BPF_K, mask, 1, 0);
  answer(p, SECCOMP_RET_ALLOW);
  refuse(p, EPERM);
}

/// Allows a call when its argument is one of the values.
static void allow_among(struct program *p, long call, int index, const uint32_t *values, uint8_t count) {
  add(p, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, (uint8_t)(1 + 2 * count + 1));
  load(p, argument(index));
  for (uint8_t i = 0; i < count; i++) {
    add(p, BPF_JMP | BPF_JEQ | BPF_K, values[i], 0, 1);
    answer(p, SECCOMP_RET_ALLOW);
  }
  refuse(p, EPERM);
}

static const long allowed[] = {
  // the document, fonts and models that are read; the answer that is written
  SYS_read, SYS_readv, SYS_pread64, SYS_preadv, SYS_write, SYS_writev, SYS_pwrite64, SYS_lseek, SYS_close, SYS_fstat,
  SYS_newfstatat, SYS_statx, SYS_statfs, SYS_fstatfs, SYS_faccessat, SYS_faccessat2, SYS_readlinkat, SYS_getdents64,
  SYS_getcwd, SYS_dup, SYS_dup3, SYS_fadvise64, SYS_close_range,
#if defined(__x86_64__)
  SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_dup2, SYS_poll, SYS_select, SYS_epoll_wait, SYS_time, SYS_arch_prctl,
#endif
  // memory
  SYS_munmap, SYS_mremap, SYS_brk, SYS_madvise, SYS_mincore, SYS_membarrier,
  // threads within the process, and waiting
  SYS_futex, SYS_set_robust_list, SYS_get_robust_list, SYS_rseq, SYS_set_tid_address, SYS_sched_yield,
  SYS_sched_getaffinity, SYS_getcpu, SYS_ppoll, SYS_pselect6, SYS_epoll_create1, SYS_epoll_ctl, SYS_epoll_pwait,
  SYS_eventfd2, SYS_pipe2, SYS_nanosleep, SYS_clock_nanosleep, SYS_restart_syscall,
  // signals to itself
  SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_rt_sigpending,
  // what it may know
  SYS_gettid, SYS_getpid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_getgroups, SYS_uname,
  SYS_sysinfo, SYS_getrusage, SYS_times, SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday, SYS_getrandom,
  // the end
  SYS_exit, SYS_exit_group,
};

static void write_program(struct program *p, uint32_t self) {
  load(p, offsetof(struct seccomp_data, arch));
  add(p, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  answer(p, SECCOMP_RET_KILL_PROCESS);
  load(p, offsetof(struct seccomp_data, nr));
  add(p, BPF_JMP | BPF_JGE | BPF_K, X32, 0, 1);
  answer(p, SECCOMP_RET_KILL_PROCESS);

  for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) allow(p, allowed[i]);

  // No descriptor that can write, create or empty a file. O_TMPFILE holds O_DIRECTORY, which reading may use.
  const uint32_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  allow_masked(p, SYS_openat, 2, writing, O_RDONLY);
#if defined(__x86_64__)
  allow_masked(p, SYS_open, 1, writing, O_RDONLY);
#endif
  // Memory is written or run, never both, and never turned from one to the other.
  allow_unless_all(p, SYS_mmap, 2, PROT_WRITE | PROT_EXEC);
  allow_masked(p, SYS_mprotect, 2, PROT_EXEC, 0);
  // Threads, but no processes and no namespaces. clone3 hides its flags in memory; libraries fall back to clone.
  allow_masked(
    p, SYS_clone, 0,
    CLONE_THREAD | CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET,
    CLONE_THREAD);
  answer_with(p, SYS_clone3, ENOSYS);
#ifdef SYS_openat2
  answer_with(p, SYS_openat2, ENOSYS);
#endif
  // Signals to itself only: abort and raise.
  allow_masked(p, SYS_tgkill, 0, UINT32_MAX, self);
  allow_masked(p, SYS_kill, 0, UINT32_MAX, self);
  // Its own limits, which it can only lower or, up to the hard one, raise.
  allow_masked(p, SYS_prlimit64, 0, UINT32_MAX, 0);
#if defined(__x86_64__)
  allow(p, SYS_getrlimit);
  allow(p, SYS_setrlimit);
#endif
  // Never F_SETOWN, which sends signals to others by way of a descriptor.
  const uint32_t descriptor_commands[] = {F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD, F_DUPFD_CLOEXEC};
  allow_among(p, SYS_fcntl, 1, descriptor_commands, sizeof descriptor_commands / sizeof *descriptor_commands);
  const uint32_t device_commands[] = {TCGETS, FIONREAD};
  allow_among(p, SYS_ioctl, 1, device_commands, sizeof device_commands / sizeof *device_commands);
  const uint32_t own_names[] = {PR_SET_NAME, PR_GET_NAME};
  allow_among(p, SYS_prctl, 0, own_names, sizeof own_names / sizeof *own_names);

  refuse(p, EPERM);
}

int sandbox_filter(void) {
  struct program program = {.length = 0, .full = false};
  write_program(&program, (uint32_t)getpid());
  if (program.full) return -E2BIG;
  struct sock_fprog code = {.len = program.length, .filter = program.code};
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &code, 0, 0) != 0) return -errno;
  return 0;
}
