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
static const int READING_BYTES = 5 << 19;
/// Blocks that are larger get memory of their own, which goes back to the system when they are freed.
static const int LARGEST_BLOCK = 32 << 20;

void sandbox_widen_heap(void) {
  mallopt(M_MMAP_THRESHOLD, LARGEST_BLOCK);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  // Volatile, or the compiler leaves both calls out.
  void *volatile room = malloc((size_t)READING_BYTES);
  free(room);
  // A scan takes more, in few steps.
  mallopt(M_TOP_PAD, READING_BYTES);
}

void sandbox_fill_heap(void) {
  // A kernel before 5.14 knows no such request, and brings each page when it is touched.
  madvise((char *)sbrk(0) - READING_BYTES, (size_t)READING_BYTES, MADV_POPULATE_WRITE);
}
