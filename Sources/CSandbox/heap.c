// The memory a reading takes, had at once in place of page by page: a typed form touches six hundred fresh pages, and the
// kernel takes longer to bring each when it is touched than all of them together.
#define _GNU_SOURCE
#include "internal.h"

#include <limits.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/// Bytes that reading a typed form takes besides what the server holds when it is warm: whole pages.
static const int READING_BYTES = 3 << 20;
/// Blocks that are larger get memory of their own, which goes back to the system when they are freed.
static const int LARGEST_BLOCK = 32 << 20;

/// Takes what lies free among the server's own blocks out of use for good: a child that wrote there would first have to
/// copy each page.
static void retire_free_blocks(const void *end) {
  for (size_t size = 1 << 16; size >= 16; size -= 16) {
    // Volatile, or the compiler leaves allocations out that nobody uses.
    void *volatile block;
    while ((block = malloc(size)) && (uintptr_t)block < (uintptr_t)end) {}
    free(block);
  }
}

void sandbox_widen_heap(void) {
  mallopt(M_MMAP_THRESHOLD, LARGEST_BLOCK);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  void *volatile room = malloc((size_t)READING_BYTES);
  const void *end = room;
  free(room);
  retire_free_blocks(end);
  // A scan takes more, in few steps.
  mallopt(M_TOP_PAD, READING_BYTES);
}

void sandbox_fill_heap(void) {
  // A kernel before 5.14 knows no such request, and brings each page when it is touched.
  madvise((char *)sbrk(0) - READING_BYTES, (size_t)READING_BYTES, MADV_POPULATE_WRITE);
}
