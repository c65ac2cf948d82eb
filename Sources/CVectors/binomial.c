#include "cadre_vectors.h"

#include "normal.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// By adding probabilities from nobody on. Near 1 a sum has lost the digits of the upper tail: such counts are left.
INLINE numbers summed(numbers size, numbers u, numbers term0, numbers odd, flags *is_settled) {
  const numbers one = (numbers){} + 1, zero = one - one;
  const numbers term1 = term0 * (odd * size);
  const numbers term2 = term1 * (odd * (size - 1) * 0.5);
  const numbers term3 = term2 * (odd * (size - 2) * (1.0 / 3));
  const numbers sum1 = term0 + term1, sum2 = sum1 + term2, sum3 = sum2 + term3;
  numbers count = chosen(u > term0, one, zero) + chosen(u > sum1, one, zero) + chosen(u > sum2, one, zero);
  numbers term = term3, sum = sum3;
  flags is_open = *is_settled & (u < CADRE_UPPER_TAIL) & (u > sum3);
  *is_settled &= u < CADRE_UPPER_TAIL;
  for (double k = 3; any(is_open);) {
    const numbers ratio = odd * (size - k) / (k + 1);
    k += 1;
    term *= ratio;
    sum += term;
    count = chosen(is_open, zero + k, count);
    is_open &= (u > sum) & (count < size);
  }
  return count;
}

// By the expansion of LatticeQuantile in Swift, where its error bound leaves one answer: whatever rounds differently here,
// the answer is the same.
INLINE numbers large(
    numbers size, numbers mean, numbers u, numbers spread, numbers skew, flags is_mirrored, flags *is_settled) {
  const numbers variance = size * spread, w = quantile(chosen(is_mirrored, 1 - u, u)), w2 = w * w;
  const numbers e = inverse_root(variance), sigma = variance * e, v = spread, s = skew;
  const numbers first = s * (w2 - 1) * (1.0 / 6);
  const numbers second = w * ((14 * v - 2) - (1 + 2 * v) * w2) * (1.0 / 72);
  const numbers third = s * (v + 2) * ((3 * w2 + 7) * w2 - 16) * (1.0 / 1620);
  const numbers a = (36 * v + 468) * v - 207, b = (1024 * v + 1612) * v - 548, c = (1732 * v + 5416) * v - 2684;
  const numbers fourth = w * ((a * w2 + b) * w2 - c) * (1.0 / 155520);
  const numbers value = mean + (sigma * w + (first + e * (second + e * (third + e * fourth))));
  const numbers order = e * e, uncertainty = order * order * (0.1 + 0.01 * w2 * w2 * w2) + mean * 1e-15 + 1e-12;
  const numbers position = value - 0.5, near = (position + 0x1p52) - 0x1p52;
  const numbers below = near - chosen(near > position, (numbers){} + 1, (numbers){});
  const numbers fraction = position - below, count = below + 1;
  *is_settled &=
      (position > 0) & (fraction > uncertainty) & (fraction < 1 - uncertainty) & (count <= size);
  return chosen(is_mirrored, size - count, count);
}

// None of the people: the power of the rest by 64 times that of the quotient.
INLINE numbers powers_of(const int32_t *people, const double *powers) {
  numbers none;
  for (int lane = 0; lane < 8; lane++)
    none[lane] = powers[128 * lane + (people[lane] & 63)] * powers[128 * lane + 64 + (people[lane] >> 6 & 63)];
  return none;
}

struct law {
  numbers rarer, spread, skew, odds;
  flags is_mirrored;
};

INLINE void read_law(const struct cadre_law *given, struct law *law) {
  *law = (struct law){read_numbers(given->rarer), read_numbers(given->spread), read_numbers(given->skew),
                      read_numbers(given->odds), read_numbers(given->mirrored) > 0};
}

// Those who leave a cell, in those futures in which that is settled; 0 in the others.
INLINE void leavers(
    const struct law *law, const int32_t *cell, const uint32_t *words, const double *powers, numbers *leaving,
    flags *is_settled) {
  const numbers size = read_counts(cell), u = read_uniforms(words), mean = size * law->rarer;
  const flags is_large = mean >= 4;
  numbers count = (numbers){};
  *is_settled = is_large;
  if (any(is_large)) count = large(size, mean, u, law->spread, law->skew, law->is_mirrored, is_settled);
  if (any(~is_large)) {
    flags is_summed = ~is_large & ~law->is_mirrored & (size < 4096);
    const numbers few = summed(size, u, powers_of(cell, powers), law->odds, &is_summed);
    count = chosen(is_large, count, few);
    *is_settled |= is_summed;
  }
  *leaving = chosen(*is_settled, count, (numbers){});
}

INLINE size_t exits(
    size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *given, const double *powers,
    int32_t first, int32_t *places, int32_t *lefts, int32_t *open, size_t *open_count) {
  struct law law;
  read_law(given, &law);
  size_t made = 0, left = 0;
  for (size_t cell = 0; cell < cell_count; cell++) {
    int32_t *own = cells + 8 * cell, counts[8];
    if (is_nobody(own)) continue;
    numbers leaving;
    flags is_settled;
    leavers(&law, own, words + 8 * cell, powers, &leaving, &is_settled);
    write_counts(counts, leaving);
    for (int future = 0; future < 8; future++) {
      const int32_t place = (int32_t)(8 * cell) + future;
      own[future] -= counts[future];
      places[made] = first + place;
      lefts[made] = counts[future];
      made += counts[future] != 0;
      open[left] = place;
      left += (size_t)(is_settled[future] == 0);
    }
  }
  *open_count = left;
  return made;
}

static size_t exits_on_any(
    size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *law, const double *powers,
    int32_t first, int32_t *places, int32_t *lefts, int32_t *open, size_t *open_count) {
  return exits(cell_count, cells, words, law, powers, first, places, lefts, open, open_count);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static size_t exits_on_avx2(
    size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *law, const double *powers,
    int32_t first, int32_t *places, int32_t *lefts, int32_t *open, size_t *open_count) {
  return exits(cell_count, cells, words, law, powers, first, places, lefts, open, open_count);
}

// The same, but that what is listed needs no loop over the futures.
__attribute__((target("avx512f,avx512vl,avx512dq"))) static size_t exits_on_avx512(
    size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *given, const double *powers,
    int32_t first, int32_t *places, int32_t *lefts, int32_t *open, size_t *open_count) {
  struct law law;
  read_law(given, &law);
  __m256i place = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  size_t made = 0, left = 0;
  for (size_t cell = 0; cell < cell_count; cell++, place = _mm256_add_epi32(place, _mm256_set1_epi32(8))) {
    int32_t *own = cells + 8 * cell;
    if (is_nobody(own)) continue;
    numbers leaving;
    flags is_settled;
    leavers(&law, own, words + 8 * cell, powers, &leaving, &is_settled);
    const __m256i counts = _mm512_cvtpd_epi32((__m512d)leaving);
    const __mmask8 is_some = _mm256_test_epi32_mask(counts, counts);
    const __mmask8 is_open = (__mmask8)~_mm512_movepi64_mask((__m512i)is_settled);
    const __m256i people = _mm256_loadu_si256((const __m256i *)own);
    _mm256_storeu_si256((__m256i *)own, _mm256_sub_epi32(people, counts));
    const __m256i listed = _mm256_add_epi32(place, _mm256_set1_epi32(first));
    _mm256_storeu_si256((__m256i *)(places + made), _mm256_maskz_compress_epi32(is_some, listed));
    _mm256_storeu_si256((__m256i *)(lefts + made), _mm256_maskz_compress_epi32(is_some, counts));
    made += (size_t)__builtin_popcount(is_some);
    if (is_open) {
      _mm256_storeu_si256((__m256i *)(open + left), _mm256_maskz_compress_epi32(is_open, place));
      left += (size_t)__builtin_popcount(is_open);
    }
  }
  *open_count = left;
  return made;
}
#endif

size_t cadre_big_exits(
    int width, size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *law,
    const double *powers, int32_t first, int32_t *places, int32_t *lefts, int32_t *open, size_t *open_count) {
#if defined(__x86_64__)
  if (width == 512)
    return exits_on_avx512(cell_count, cells, words, law, powers, first, places, lefts, open, open_count);
  if (width == 256)
    return exits_on_avx2(cell_count, cells, words, law, powers, first, places, lefts, open, open_count);
#endif
  return exits_on_any(cell_count, cells, words, law, powers, first, places, lefts, open, open_count);
}
