#include "cadre_vectors.h"

#include "eight.h"

INLINE int eight(
    const int32_t *people, const uint32_t *words, const double *none, const double *odds, int32_t *counts) {
  const numbers size = read_counts(people), odd = read_numbers(odds), u = read_uniforms(words);
  const numbers term0 = read_numbers(none), one = (numbers){} + 1;
  const numbers term1 = term0 * (odd * size);
  const numbers term2 = term1 * (odd * (size - 1) * 0.5);
  const numbers term3 = term2 * (odd * (size - 2) * (1.0 / 3));
  const numbers sum1 = term0 + term1, sum2 = sum1 + term2, sum3 = sum2 + term3, zero = one - one;
  // Near 1 a sum has lost the digits of the upper tail.
  const flags is_settled = u < 0.999;
  numbers count = chosen(u > term0, one, zero) + chosen(u > sum1, one, zero) + chosen(u > sum2, one, zero);
  numbers term = term3, sum = sum3;
  flags is_open = is_settled & (u > sum3);
  for (double k = 3; any(is_open);) {
    const numbers ratio = odd * (size - k) / (k + 1);
    k += 1;
    term *= ratio;
    sum += term;
    count = chosen(is_open, zero + k, count);
    is_open &= (u > sum) & (count < size);
  }
  write_counts(counts, count);
  int settled = 0;
  for (int future = 0; future < 8; future++) settled |= (int)(is_settled[future] & 1) << future;
  return settled;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static int eight_on_avx2(
    const int32_t *people, const uint32_t *words, const double *none, const double *odds, int32_t *counts) {
  return eight(people, words, none, odds, counts);
}

__attribute__((target("avx512f,avx512vl,avx512dq"))) static int eight_on_avx512(
    const int32_t *people, const uint32_t *words, const double *none, const double *odds, int32_t *counts) {
  return eight(people, words, none, odds, counts);
}
#endif

int cadre_summed_counts(
    int width, const int32_t *people, const uint32_t *words, const double *none, const double *odds,
    int32_t *counts) {
#if defined(__x86_64__)
  if (width == 512) return eight_on_avx512(people, words, none, odds, counts);
  if (width == 256) return eight_on_avx2(people, words, none, odds, counts);
#endif
  return eight(people, words, none, odds, counts);
}
