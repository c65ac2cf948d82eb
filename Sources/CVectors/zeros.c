#if defined(__linux__)
#define _GNU_SOURCE
#include <sys/mman.h>
#endif

#include "cadre_vectors.h"

#include <stdlib.h>

#if defined(__linux__)
enum { large_page = 1 << 21 };

// Of a mapping that is one large page longer the part that begins at one.
void *cadre_make_zeros(size_t bytes) {
  char *mapped = mmap(NULL, bytes + large_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return NULL;
  const size_t before = (size_t)-(intptr_t)mapped & (large_page - 1), after = large_page - before;
  if (before) munmap(mapped, before);
  if (after) munmap(mapped + before + bytes, after);
  // Where the system has none, or is asked not to use them, pages stay as they are.
  if (bytes >= large_page) madvise(mapped + before, bytes, MADV_HUGEPAGE);
  return mapped + before;
}

void cadre_free_zeros(void *zeros, size_t bytes) { munmap(zeros, bytes); }
#else
void *cadre_make_zeros(size_t bytes) { return calloc(1, bytes); }

void cadre_free_zeros(void *zeros, size_t bytes) { free(zeros); }
#endif
