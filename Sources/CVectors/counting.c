#include "cadre_vectors.h"

#include <string.h>

#define INLINE static inline __attribute__((always_inline))

// Up to this span four tables stay near the processor, and are taken by turns: neighbours are often equal, and a count need
// not wait until the one before is written.
enum { widest_by_turns = 2048 };

INLINE void sums(size_t span, const uint32_t *counts, uint64_t *sum, uint64_t *squares) {
  uint64_t first = 0, second = 0;
  for (size_t i = 0; i < span; i++) {
    const uint32_t distance = (uint32_t)i;
    first += (uint64_t)distance * counts[i];
    // Below 2³⁰, as the distance is below 2¹⁵.
    second += (uint64_t)(distance * distance) * counts[i];
  }
  *sum = first;
  *squares = second;
}

INLINE void count_all(
    size_t count, const uint32_t *numbers, uint32_t low, size_t span, uint32_t *counts, uint64_t *sum,
    uint64_t *squares) {
  if (span > widest_by_turns) {
    memset(counts, 0, span * sizeof *counts);
    for (size_t i = 0; i < count; i++) counts[numbers[i] - low]++;
  } else {
    memset(counts, 0, 4 * span * sizeof *counts);
    uint32_t *second = counts + span, *third = second + span, *fourth = third + span;
    size_t i = 0;
    for (; i + 3 < count; i += 4) {
      counts[numbers[i] - low]++;
      second[numbers[i + 1] - low]++;
      third[numbers[i + 2] - low]++;
      fourth[numbers[i + 3] - low]++;
    }
    for (; i < count; i++) counts[numbers[i] - low]++;
    for (size_t place = 0; place < span; place++) counts[place] += second[place] + third[place] + fourth[place];
  }
  sums(span, counts, sum, squares);
}

#define ON(name, target)                                                                                          \
  target static void count_on_##name(                                                                             \
      size_t count, const uint32_t *numbers, uint32_t low, size_t span, uint32_t *counts, uint64_t *sum,          \
      uint64_t *squares) {                                                                                        \
    count_all(count, numbers, low, span, counts, sum, squares);                                                   \
  }

ON(any, )
#if defined(__x86_64__)
ON(avx2, __attribute__((target("avx2"))))
ON(avx512, __attribute__((target("avx512f,avx512vl,avx512dq"))))
#endif

void cadre_count(
    int width, size_t count, const uint32_t *numbers, uint32_t low, size_t span, uint32_t *counts, uint64_t *sum,
    uint64_t *squares) {
#if defined(__x86_64__)
  if (width == 512) return count_on_avx512(count, numbers, low, span, counts, sum, squares);
  if (width == 256) return count_on_avx2(count, numbers, low, span, counts, sum, squares);
#endif
  count_on_any(count, numbers, low, span, counts, sum, squares);
}
