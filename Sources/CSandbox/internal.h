// Shared by the files of this target, seen by nobody else.
#ifndef GUICHET_SANDBOX_INTERNAL_H
#define GUICHET_SANDBOX_INTERNAL_H

#include "CSandbox.h"

/// What a child may tell the server besides its answer; a page of memory both see. Never trusted.
struct sandbox_marks {
  volatile uint32_t pages;
  volatile uint32_t memory_refused;
};

uint32_t sandbox_cpu_allowed(const struct sandbox_limits *limits, uint32_t pages);

int sandbox_set_limits(const struct sandbox_limits *limits);
int sandbox_drop_capabilities(void);
int sandbox_filter(void);
/// Opens a ruleset that lets these paths be read and nothing be written; -errno without Landlock.
int sandbox_landlock_prepare(const char *const *readable);
int sandbox_landlock_enter(int ruleset);

/// Protects the calling process for good; `held` says what was done, as far as a child can say by itself.
/// 0, or -errno when one of limits, no-new-privileges, capabilities and filter could not be had.
int sandbox_protect(const struct sandbox_limits *limits, int ruleset, struct sandbox_protections *held);

/// Notes the first refused allocation of C++ code in `marks`, and lets it fail as it would have.
void sandbox_watch_allocations(struct sandbox_marks *marks);

/// Makes room in the server's heap for what a child will need, so that the heap of a child seldom grows.
void sandbox_widen_heap(void);

/// Has the kernel bring all of that room into a child.
void sandbox_fill_heap(void);

#endif
