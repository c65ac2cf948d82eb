#include "cadre_vectors.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define ON_AVX512 __attribute__((target("avx512f,avx512vl,avx512dq")))
#endif

// Those with somebody left, without a branch.
static inline __attribute__((always_inline)) size_t compact_from(
    size_t first, size_t kept, size_t count, int32_t *places, int32_t *lefts) {
  for (size_t i = first; i < count; i++) {
    const int32_t left = lefts[i];
    places[kept] = places[i];
    lefts[kept] = left;
    kept += left != 0;
  }
  return kept;
}

#if defined(__x86_64__)
ON_AVX512 static size_t compact_on_avx512(size_t count, int32_t *places, int32_t *lefts) {
  size_t kept = 0, i = 0;
  // What is written behind those kept has been read.
  for (; i + 16 <= count; i += 16) {
    const __m512i place = _mm512_loadu_si512(places + i), left = _mm512_loadu_si512(lefts + i);
    const __mmask16 is_some = _mm512_test_epi32_mask(left, left);
    _mm512_storeu_si512(places + kept, _mm512_maskz_compress_epi32(is_some, place));
    _mm512_storeu_si512(lefts + kept, _mm512_maskz_compress_epi32(is_some, left));
    kept += (size_t)__builtin_popcount(is_some);
  }
  return compact_from(i, kept, count, places, lefts);
}
#endif

void cadre_sums(size_t count, const int32_t *places, const int32_t *lefts, int32_t *sums) {
  // Two sums by turns: the next number need not wait until the one before is written.
  int32_t even[8] = {0}, odd[8] = {0};
  size_t i = 0;
  for (; i + 1 < count; i += 2) {
    even[places[i] & 7] += lefts[i];
    odd[places[i + 1] & 7] += lefts[i + 1];
  }
  if (i < count) even[places[i] & 7] += lefts[i];
  for (int future = 0; future < 8; future++) sums[future] += even[future] + odd[future];
}

size_t cadre_compact(int width, size_t count, int32_t *places, int32_t *lefts) {
#if defined(__x86_64__)
  if (width == 512) return compact_on_avx512(count, places, lefts);
#endif
  return compact_from(0, 0, count, places, lefts);
}
