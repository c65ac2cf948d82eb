#include "cadre_vectors.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// One exit after another. Whom it happens to is a matter of chance, which no processor predicts: so no branch.
static inline __attribute__((always_inline)) size_t one_by_one(
    size_t first, size_t count, const int32_t *places, const uint32_t *words, const int64_t *ones,
    const int64_t *firsts, const int64_t *seconds, int32_t *lefts, int32_t *somes, int32_t *sums,
    int32_t *larges) {
  size_t large = 0;
  // Written at each exit, and counted where more left.
  for (size_t i = first; i < count; i++) {
    const int32_t left = lefts[i], future = places[i] & 7, is_large = left > 2;
    const int64_t word = words[i], lower = left == 2 ? firsts[future] : ones[future];
    const int32_t some = ((lower < word) + ((left == 2) & (seconds[future] < word))) & ~-is_large;
    larges[large] = (int32_t)i;
    large += (size_t)is_large;
    somes[i] = some - is_large;
    lefts[i] = left - some;
    sums[future] += some;
  }
  return large;
}

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512vl,avx512dq"))) static size_t split_on_avx512(
    size_t count, const int32_t *places, const uint32_t *words, const int64_t *ones, const int64_t *firsts,
    const int64_t *seconds, int32_t *lefts, int32_t *somes, int32_t *sums,
    int32_t *larges) {
  const __m512i one = _mm512_loadu_si512(ones), first = _mm512_loadu_si512(firsts);
  const __m512i second = _mm512_loadu_si512(seconds);
  const __m512i unit = _mm512_set1_epi64(1), two = _mm512_set1_epi64(2), seven = _mm512_set1_epi64(7);
  __m256i own = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  size_t large = 0, i = 0;
  while (i + 8 <= count) {
    // The sums of the eight futures are the eight bytes of a number: at most two more in each of a hundred rounds.
    __m512i bytes = _mm512_setzero_si512();
    for (int round = 0; round < 100 && i + 8 <= count; round++, i += 8) {
      const __m512i left = _mm512_cvtepi32_epi64(_mm256_loadu_si256((const __m256i *)(lefts + i)));
      const __m512i word = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(words + i)));
      const __m512i place = _mm512_cvtepi32_epi64(_mm256_loadu_si256((const __m256i *)(places + i)));
      const __m512i future = _mm512_and_si512(place, seven);
      const __mmask8 is_two = _mm512_cmpeq_epi64_mask(left, two), is_large = _mm512_cmpgt_epi64_mask(left, two);
      const __m512i lower = _mm512_mask_permutexvar_epi64(_mm512_permutexvar_epi64(future, one), is_two, future, first);
      __mmask8 is_one = _mm512_cmplt_epi64_mask(lower, word) & (__mmask8)~is_large;
      __mmask8 is_both = _mm512_cmplt_epi64_mask(_mm512_permutexvar_epi64(future, second), word) & is_two;
      __m512i some = _mm512_maskz_mov_epi64(is_one, unit);
      some = _mm512_mask_add_epi64(some, is_both, some, unit);
      bytes = _mm512_add_epi64(bytes, _mm512_sllv_epi64(some, _mm512_slli_epi64(future, 3)));
      _mm256_storeu_si256((__m256i *)(larges + large), _mm256_maskz_compress_epi32(is_large, own));
      large += (size_t)__builtin_popcount(is_large);
      own = _mm256_add_epi32(own, _mm256_set1_epi32(8));
      _mm256_storeu_si256((__m256i *)(lefts + i), _mm512_cvtepi64_epi32(_mm512_sub_epi64(left, some)));
      some = _mm512_mask_sub_epi64(some, is_large, some, unit);
      _mm256_storeu_si256((__m256i *)(somes + i), _mm512_cvtepi64_epi32(some));
    }
    uint8_t each[64];
    _mm512_storeu_si512(each, bytes);
    for (int lane = 0; lane < 8; lane++)
      for (int future = 0; future < 8; future++) sums[future] += each[8 * lane + future];
  }
  return large + one_by_one(i, count, places, words, ones, firsts, seconds, lefts, somes, sums, larges + large);
}
#endif

size_t cadre_split(
    int width, size_t count, const int32_t *places, const uint32_t *words, const int64_t *ones, const int64_t *firsts,
    const int64_t *seconds, int32_t *lefts, int32_t *somes, int32_t *sums,
    int32_t *larges) {
#if defined(__x86_64__)
  if (width == 512) return split_on_avx512(count, places, words, ones, firsts, seconds, lefts, somes, sums, larges);
#endif
  return one_by_one(0, count, places, words, ones, firsts, seconds, lefts, somes, sums, larges);
}
