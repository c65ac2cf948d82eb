#include "cadre_vectors.h"

#include "eight.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Which of the four thresholds a word is above, as bits.
static inline unsigned above(const struct cadre_thresholds *own, uint32_t word) {
  const __m128i number = _mm_set1_epi32((int32_t)(word ^ 0x80000000));
  const __m128i thresholds = _mm_loadu_si128((const __m128i *)own);
  return (unsigned)_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpgt_epi32(number, thresholds)));
}
#else
static inline unsigned above(const struct cadre_thresholds *own, uint32_t word) {
  const int32_t number = (int32_t)(word ^ 0x80000000);
  return (number > own->none) | (number > own->one) << 1 | (number > own->two) << 2 | (number > own->three) << 3;
}
#endif

size_t cadre_exits(
    size_t count, int32_t *candidates, int32_t *cells, const uint32_t *words, const struct cadre_thresholds *table,
    int32_t first, int32_t *places, int32_t *lefts, size_t *rare) {
  // How many leave is a matter of chance, which no processor predicts: so no branch. By the bits above, thresholds ascending:
  // the number, whether there is one, and whether more must be asked.
  static const uint8_t numbers[16] = {[1] = 1, [3] = 2, [7] = 3};
  static const uint8_t is_some[16] = {[1] = 1, [3] = 1, [7] = 1};
  static const uint8_t is_open[16] = {[15] = 1};
  size_t made = 0, left = 0;
  for (size_t c = 0; c < count; c++) {
    const int32_t place = candidates[c], people = cells[place];
    const uint32_t word = words[place];
    const int32_t known = people < cadre_thresholds_end ? people : cadre_thresholds_end;
    const unsigned bits = above(table + (place & 7) * (cadre_thresholds_end + 1) + known, word);
    cells[place] = people - numbers[bits];
    places[made] = first + place;
    lefts[made] = numbers[bits];
    made += is_some[bits];
    candidates[left] = place;
    // The word 0 is above no threshold, known or not.
    left += is_open[bits] | (word == 0);
  }
  *rare = left;
  return made;
}

// Of eight futures, the thresholds of a number of people.
static inline __attribute__((always_inline)) void store(
    struct cadre_thresholds *table, size_t n, const int32_t *none, const int32_t *one, const int32_t *two,
    const int32_t *three) {
  for (int future = 0; future < 8; future++) {
    struct cadre_thresholds *own = table + future * (cadre_thresholds_end + 1) + n;
    *own = (struct cadre_thresholds){none[future], one[future], two[future], three[future]};
  }
}

// The last word whose uniform number is not above a probability, less 2³¹; words of the upper tail are above all of them.
static inline int32_t last_word(double probability) {
  const double scaled = (probability < CADRE_UPPER_TAIL ? probability : CADRE_UPPER_TAIL) * 0x1p32 - 0.5;
  return scaled >= 0 ? (int32_t)((uint32_t)scaled ^ 0x80000000) : INT32_MIN;
}

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512vl,avx512dq"))) static inline __m256i last_words(__m512d probabilities) {
  // Rounded down, and as far as 32 bits go; what is below 0 is not there.
  const __m512d capped = _mm512_min_pd(probabilities, _mm512_set1_pd(CADRE_UPPER_TAIL));
  const __m512d scaled = _mm512_sub_pd(_mm512_mul_pd(capped, _mm512_set1_pd(0x1p32)), _mm512_set1_pd(0.5));
  const __m256i words = _mm512_cvt_roundpd_epu32(
      _mm512_max_pd(scaled, _mm512_setzero_pd()), _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC);
  return _mm256_xor_si256(words, _mm256_set1_epi32(INT32_MIN));
}

__attribute__((target("avx512f,avx512vl,avx512dq"))) static void thresholds_on_avx512(
    size_t begin, size_t end, const double *powers, const double *odds, struct cadre_thresholds *table) {
  const __m512d odd = _mm512_loadu_pd(odds);
  for (size_t n = begin; n < end; n++) {
    const double size = (double)n;
    const __m512d term0 = _mm512_loadu_pd(powers + 8 * (n - begin));
    const __m512d term1 = _mm512_mul_pd(term0, _mm512_mul_pd(odd, _mm512_set1_pd(size)));
    const __m512d half = _mm512_mul_pd(_mm512_mul_pd(odd, _mm512_set1_pd(size - 1)), _mm512_set1_pd(0.5));
    const __m512d third = _mm512_mul_pd(_mm512_mul_pd(odd, _mm512_set1_pd(size - 2)), _mm512_set1_pd(1.0 / 3));
    const __m512d term2 = _mm512_mul_pd(term1, half), term3 = _mm512_mul_pd(term2, third);
    const __m512d sum1 = _mm512_add_pd(term0, term1), sum2 = _mm512_add_pd(sum1, term2);
    const __m256i none = last_words(term0), one = last_words(sum1), two = last_words(sum2);
    const __m256i three = last_words(_mm512_add_pd(sum2, term3));
    // From four rows of eight to eight rows of four.
    const __m256i low01 = _mm256_unpacklo_epi32(none, one), high01 = _mm256_unpackhi_epi32(none, one);
    const __m256i low23 = _mm256_unpacklo_epi32(two, three), high23 = _mm256_unpackhi_epi32(two, three);
    const __m256i rows[4] = {
        _mm256_unpacklo_epi64(low01, low23), _mm256_unpackhi_epi64(low01, low23),
        _mm256_unpacklo_epi64(high01, high23), _mm256_unpackhi_epi64(high01, high23)};
    for (int row = 0; row < 4; row++) {
      _mm_storeu_si128((__m128i *)(table + row * (cadre_thresholds_end + 1) + n), _mm256_castsi256_si128(rows[row]));
      _mm_storeu_si128(
          (__m128i *)(table + (row + 4) * (cadre_thresholds_end + 1) + n), _mm256_extracti128_si256(rows[row], 1));
    }
  }
}
#endif

void cadre_make_thresholds(
    int width, size_t begin, size_t end, const double *powers, const double *odds, struct cadre_thresholds *table) {
#if defined(__x86_64__)
  if (width == 512) {
    thresholds_on_avx512(begin, end, powers, odds, table);
    return;
  }
#endif
  for (size_t n = begin; n < end; n++) {
    const double size = (double)n;
    int32_t none[8], one[8], two[8], three[8];
    for (int future = 0; future < 8; future++) {
      const double term0 = powers[8 * (n - begin) + (size_t)future], odd = odds[future];
      const double term1 = term0 * (odd * size), term2 = term1 * (odd * (size - 1) * 0.5);
      const double sum1 = term0 + term1, sum2 = sum1 + term2;
      none[future] = last_word(term0);
      one[future] = last_word(sum1);
      two[future] = last_word(sum2);
      three[future] = last_word(sum2 + term2 * (odd * (size - 2) * (1.0 / 3)));
    }
    store(table, n, none, one, two, three);
  }
}
