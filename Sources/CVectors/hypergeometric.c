#include "cadre_vectors.h"

#include "eight.h"

// How many of the fewer are among the more, by adding probabilities from 0.
INLINE numbers sums(numbers u, numbers fewer, numbers more, numbers all, flags is_none, double longest) {
  // P(K = 0): the choices without the more, among all, in four products. Steps that all take, then those that some take.
  const numbers one = (numbers){} + 1;
  const numbers last_without = all - more, last_possible = all;
  numbers without[4] = {one, one, one, one}, possible[4] = {one, one, one, one};
  double step = 0, shared = -largest(-fewer);
  for (; step + 3 < shared; step += 4)
    for (int j = 0; j < 4; j++) {
      without[j] *= last_without - (step + j);
      possible[j] *= last_possible - (step + j);
    }
  for (; step < longest; step += 4)
    for (int j = 0; j < 4; j++) {
      const flags is_taken = (one * (step + j)) < fewer;
      without[j] *= chosen(is_taken, last_without - (step + j), one);
      possible[j] *= chosen(is_taken, last_possible - (step + j), one);
    }
  numbers term = (without[0] / possible[0] * (without[1] / possible[1]))
      * (without[2] / possible[2] * (without[3] / possible[3]));
  numbers sum = term;
  const flags is_one = (fewer == 1) & ~is_none;
  numbers count = chosen(is_one, one, one - one);
  flags is_open = ~(is_none | is_one | (u <= term));
  for (double k = 1; any(is_open); k++) {
    const numbers top = (fewer - k + 1) * (more - k + 1);
    term *= top / (k * (all - fewer - more + k));
    sum += term;
    count = chosen(is_open, (numbers){} + k, count);
    is_open &= (u > sum) & (count < fewer);
  }
  return count;
}

INLINE int eight(
    const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words, int32_t *counts) {
  const numbers all = read_counts(population), marks = read_counts(marked), draws = read_counts(drawn);
  const numbers unmarked = all - marks, rest = all - draws;
  const flags is_mostly_marked = marks > unmarked, is_mostly_drawn = draws > rest;
  const numbers rarer = least(marks, unmarked), fewest = least(draws, rest);
  const numbers fewer = least(rarer, fewest), more = most(rarer, fewest);
  const flags is_mirrored = is_mostly_marked ^ is_mostly_drawn;
  const numbers u = read_uniforms(words);
  const numbers v = chosen(is_mirrored, 1 - u, u);
  const numbers mean = fewer * more / all;
  const flags is_none = (1 - v >= mean) | (fewer == 0);
  const flags is_plain = ((mean < 4) & (v < CADRE_UPPER_TAIL)) | is_none | (fewer == 1);
  const double longest = largest(fewer);
  if (longest > 128 || any(~is_plain)) return 0;
  const numbers some = sums(v, fewer, more, all, is_none, longest);
  // The count where none of the fewer is among the more.
  numbers base = chosen(is_mostly_drawn, marks, (numbers){});
  base = chosen(is_mostly_marked, draws, base);
  base = chosen(is_mostly_marked & is_mostly_drawn, marks - rest, base);
  write_counts(counts, chosen(is_mirrored, base - some, base + some));
  return 1;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static int eight_on_avx2(
    const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words, int32_t *counts) {
  return eight(population, marked, drawn, words, counts);
}

__attribute__((target("avx512f,avx512vl,avx512dq"))) static int eight_on_avx512(
    const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words, int32_t *counts) {
  return eight(population, marked, drawn, words, counts);
}
#endif

int cadre_hypergeometric(
    int width, const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words,
    int32_t *counts) {
#if defined(__x86_64__)
  if (width == 512) return eight_on_avx512(population, marked, drawn, words, counts);
  if (width == 256) return eight_on_avx2(population, marked, drawn, words, counts);
#endif
  return eight(population, marked, drawn, words, counts);
}
