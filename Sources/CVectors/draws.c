#include "cadre_vectors.h"

#include "large.h"

// 1 ÷ k, so that terms of a sum need no division; beyond the last, counts are left open.
enum { most_terms = 32 };

static const double quotients[most_terms + 1] = {
    0,        1.0 / 1,  1.0 / 2,  1.0 / 3,  1.0 / 4,  1.0 / 5,  1.0 / 6,  1.0 / 7,  1.0 / 8,  1.0 / 9,  1.0 / 10,
    1.0 / 11, 1.0 / 12, 1.0 / 13, 1.0 / 14, 1.0 / 15, 1.0 / 16, 1.0 / 17, 1.0 / 18, 1.0 / 19, 1.0 / 20, 1.0 / 21,
    1.0 / 22, 1.0 / 23, 1.0 / 24, 1.0 / 25, 1.0 / 26, 1.0 / 27, 1.0 / 28, 1.0 / 29, 1.0 / 30, 1.0 / 31, 1.0 / 32};

// Sums are taken up to this mean, of fewer people than this, and the expansion beyond.
#define LONGEST_MEAN 8
#define MOST_PEOPLE 4096

// x to the power of whole numbers below 4096, to 5e-13 of itself: by its squares, each twice as far off as the one before.
INLINE numbers power(numbers x, numbers exponent) {
  const numbers one = (numbers){} + 1;
  flags bits = __builtin_convertvector(exponent, flags);
  numbers product = one;
  while (any(bits)) {
    product *= chosen(-(bits & 1), x, one);
    x *= x;
    bits >>= 1;
  }
  return product;
}

// By adding probabilities from nobody on, as in large.h, but that the quotient of two terms, odds · (size − k) ÷ (k + 1), is
// written as odds · (size + 1) ÷ (k + 1) − odds: what that loses of a term, some 2⁻⁵² (size + 1) ÷ (size − k), is no more
// than 1e-12 of the sum.
INLINE numbers added(numbers size, numbers u, numbers none, numbers odds, flags *is_settled) {
  const numbers zero = {}, all = odds * (size + 1);
  *is_settled &= u < CADRE_UPPER_TAIL;
  numbers term = none, sum = none, count = zero, nearest = most(u - sum, sum - u);
  flags is_open = *is_settled & (u > sum);
  for (int k = 1; any(is_open) && k <= most_terms; k++) {
    term *= all * quotients[k] - odds;
    sum += term;
    nearest = least(nearest, most(u - sum, sum - u));
    count = chosen(is_open, zero + k, count);
    is_open &= (u > sum) & (count < size);
  }
  *is_settled &= ~is_open & (nearest > zero + 1e-11);
  return count;
}

// How many of each number of people an event happens to, where that is settled: the number that BinomialInversion in Swift
// gives for each alone. Either way leaves open what is nearer to another answer than all it may have lost.
INLINE numbers drawn(numbers size, numbers u, numbers p, flags *is_settled) {
  const numbers q = 1 - p, zero = {};
  const flags is_mirrored = p > 0.5;
  const numbers rarer = chosen(is_mirrored, q, p), commoner = chosen(is_mirrored, p, q);
  const numbers v = chosen(is_mirrored, 1 - u, u), mean = size * rarer;
  const flags is_none = v <= 1 - mean;
  flags is_short = ~is_none & (mean < LONGEST_MEAN) & (size < MOST_PEOPLE);
  // The quantile reaches as far as words of 32 bits do.
  flags is_large = ~is_none & ~is_short & (mean >= 4) & (v >= 0x1p-33) & (v <= 1 - 0x1p-33);
  numbers count = zero;
  if (any(is_large)) count = large(size, mean, v, rarer * commoner, commoner - rarer, (flags){}, &is_large);
  if (any(is_short)) {
    const flags is_added = is_short;
    const numbers few = chosen(is_added, size, zero);
    count = chosen(is_added, added(few, v, power(commoner, few), rarer / commoner, &is_short), count);
  }
  *is_settled = is_none | is_short | is_large;
  count = chosen(*is_settled & ~is_none, count, zero);
  return chosen(is_mirrored, size - count, count);
}

INLINE unsigned open_lanes(flags is_settled) {
  unsigned open = 0;
  for (int lane = 0; lane < 8; lane++) open |= (unsigned)(is_settled[lane] == 0) << lane;
  return open;
}

INLINE unsigned happening(const int32_t *people, const double *probabilities, const double *uniforms, int32_t *counts) {
  flags is_settled;
  write_counts(counts, drawn(read_counts(people), read_numbers(uniforms), read_numbers(probabilities), &is_settled));
  return open_lanes(is_settled);
}

// exp(−x) for x from 0 to 4, to 2e-14 of itself: a series for a 64th of it, which six squares undo.
INLINE numbers falling(numbers x) {
  const numbers part = x * (-1.0 / 64);
  numbers sum = (numbers){} + 1;
  for (int k = 10; k > 0; k--) sum = 1 + part * quotients[k] * sum;
  for (int square = 0; square < 6; square++) sum *= sum;
  return sum;
}

// By adding the probabilities of Poisson numbers from 0 on.
INLINE numbers added_poisson(numbers mean, numbers u, flags *is_settled) {
  const numbers zero = {};
  *is_settled &= u < CADRE_UPPER_TAIL;
  numbers term = falling(mean), sum = term, count = zero, nearest = most(u - sum, sum - u);
  flags is_open = *is_settled & (u > sum);
  for (int k = 1; any(is_open) && k <= most_terms; k++) {
    term *= mean * quotients[k];
    sum += term;
    nearest = least(nearest, most(u - sum, sum - u));
    count = chosen(is_open, zero + k, count);
    is_open &= u > sum;
  }
  *is_settled &= ~is_open & (nearest > zero + 1e-11);
  return count;
}

INLINE unsigned poisson(const double *means, const double *uniforms, int32_t *counts) {
  const numbers mean = read_numbers(means), u = read_numbers(uniforms), one = (numbers){} + 1, zero = {};
  const flags is_few = mean < 4;
  flags is_short = is_few, is_large = ~is_few & (u >= 0x1p-33) & (u <= 1 - 0x1p-33);
  numbers count = zero;
  // There are always more people than are counted.
  if (any(is_large)) {
    const numbers own = chosen(is_few, one, mean);
    count = expanded(one * 0x1p30, own, own, u, zero, one, &is_large);
  }
  if (any(is_few)) count = chosen(is_few, added_poisson(chosen(is_few, mean, zero), u, &is_short), count);
  const flags is_settled = is_short | is_large;
  write_counts(counts, chosen(is_settled, count, zero));
  return open_lanes(is_settled);
}

INLINE size_t split_larges(
    size_t count, int32_t *exits, const int32_t *places, const uint32_t *words, const double *probabilities,
    int32_t *lefts, int32_t *somes, int32_t *sums) {
  size_t open = 0;
  for (size_t begin = 0; begin < count; begin += 8) {
    const size_t length = count - begin < 8 ? count - begin : 8;
    int32_t sizes[8] = {0};
    uint32_t own[8] = {0};
    double p[8] = {0};
    for (size_t lane = 0; lane < length; lane++) {
      const int32_t exit = exits[begin + lane];
      sizes[lane] = lefts[exit];
      own[lane] = words[exit];
      p[lane] = probabilities[places[exit] & 7];
    }
    flags is_settled;
    const numbers found = drawn(read_counts(sizes), read_uniforms(own), read_numbers(p), &is_settled);
    for (size_t lane = 0; lane < length; lane++) {
      const int32_t exit = exits[begin + lane], some = is_settled[lane] ? (int32_t)found[lane] : 0;
      somes[exit] = some;
      lefts[exit] -= some;
      sums[places[exit] & 7] += some;
      exits[open] = exit;
      open += is_settled[lane] == 0;
    }
  }
  return open;
}

#define ON(name, target)                                                                                              \
  target static unsigned happening_on_##name(                                                                         \
      const int32_t *people, const double *probabilities, const double *uniforms, int32_t *counts) {                  \
    return happening(people, probabilities, uniforms, counts);                                                        \
  }                                                                                                                   \
  target static unsigned poisson_on_##name(const double *means, const double *uniforms, int32_t *counts) {            \
    return poisson(means, uniforms, counts);                                                                          \
  }                                                                                                                   \
  target static size_t split_larges_on_##name(                                                                        \
      size_t count, int32_t *exits, const int32_t *places, const uint32_t *words, const double *probabilities,        \
      int32_t *lefts, int32_t *somes, int32_t *sums) {                                                                \
    return split_larges(count, exits, places, words, probabilities, lefts, somes, sums);                              \
  }

ON(any, )
#if defined(__x86_64__)
ON(avx2, __attribute__((target("avx2"))))
ON(avx512, __attribute__((target("avx512f,avx512vl,avx512dq"))))
#endif

unsigned cadre_happening(
    int width, const int32_t *people, const double *probabilities, const double *uniforms, int32_t *counts) {
#if defined(__x86_64__)
  if (width == 512) return happening_on_avx512(people, probabilities, uniforms, counts);
  if (width == 256) return happening_on_avx2(people, probabilities, uniforms, counts);
#endif
  return happening_on_any(people, probabilities, uniforms, counts);
}

size_t cadre_split_larges(
    int width, size_t count, int32_t *exits, const int32_t *places, const uint32_t *words, const double *probabilities,
    int32_t *lefts, int32_t *somes, int32_t *sums) {
#if defined(__x86_64__)
  if (width == 512) return split_larges_on_avx512(count, exits, places, words, probabilities, lefts, somes, sums);
  if (width == 256) return split_larges_on_avx2(count, exits, places, words, probabilities, lefts, somes, sums);
#endif
  return split_larges_on_any(count, exits, places, words, probabilities, lefts, somes, sums);
}

unsigned cadre_poisson(int width, const double *means, const double *uniforms, int32_t *counts) {
#if defined(__x86_64__)
  if (width == 512) return poisson_on_avx512(means, uniforms, counts);
  if (width == 256) return poisson_on_avx2(means, uniforms, counts);
#endif
  return poisson_on_any(means, uniforms, counts);
}
