#include "cadre_vectors.h"

#include "eight.h"

// How many of the fewer are among the more, by adding probabilities from 0; where it is known to be none what is worked out
// reaches no result.
INLINE numbers sums(numbers u, numbers fewer, numbers more, numbers all, flags is_none) {
  const numbers one = (numbers){} + 1;
  const flags is_one = (fewer == 1) & ~is_none;
  numbers count = chosen(is_one, one, one - one);
  if (!any((fewer > one) & ~is_none)) return count;
  // P(K = 0): the choices without the more, among all, in four products. Steps that all take, then those that some take.
  const numbers last_without = all - more, last_possible = all;
  numbers without[4] = {one, one, one, one}, possible[4] = {one, one, one, one};
  double step = 0;
  for (; !any((fewer <= one * (step + 3)) & ~is_none); step += 4)
    for (int j = 0; j < 4; j++) {
      without[j] *= last_without - (step + j);
      possible[j] *= last_possible - (step + j);
    }
  for (; any((fewer > one * step) & ~is_none); step += 4)
    for (int j = 0; j < 4; j++) {
      const flags is_taken = (one * (step + j)) < fewer;
      without[j] *= chosen(is_taken, last_without - (step + j), one);
      possible[j] *= chosen(is_taken, last_possible - (step + j), one);
    }
  numbers term = (without[0] / possible[0] * (without[1] / possible[1]))
      * (without[2] / possible[2] * (without[3] / possible[3]));
  numbers sum = term;
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

// How many of those drawn are marked; 0, and no numbers, where some future needs another way.
INLINE int eight(numbers all, numbers marks, numbers draws, numbers u, numbers *counts) {
  const numbers unmarked = all - marks, rest = all - draws, zero = all - all;
  const flags is_mostly_marked = marks > unmarked, is_mostly_drawn = draws > rest;
  const numbers rarer = least(marks, unmarked), fewest = least(draws, rest);
  const numbers fewer = least(rarer, fewest), more = most(rarer, fewest);
  const flags is_mirrored = is_mostly_marked ^ is_mostly_drawn;
  const numbers v = chosen(is_mirrored, 1 - u, u);
  const numbers mean = fewer * more / all;
  const flags is_none = (1 - v >= mean) | (fewer == 0);
  // The count where none of the fewer is among the more.
  numbers base = chosen(is_mostly_drawn, marks, zero);
  base = chosen(is_mostly_marked, draws, base);
  *counts = chosen(is_mostly_marked & is_mostly_drawn, marks - rest, base);
  if (!any(~is_none)) return 1;
  // A sum of few terms tells it, whose first is a product of not too many.
  const flags is_plain = (fewer <= 128) & (((mean < 4) & (v < CADRE_UPPER_TAIL)) | (fewer == 1));
  if (any(~(is_plain | is_none))) return 0;
  const numbers some = sums(v, fewer, more, all, is_none);
  *counts = chosen(is_mirrored, *counts - some, *counts + some);
  return 1;
}

INLINE int alone(
    const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words, int32_t *counts) {
  numbers some;
  if (!eight(read_counts(population), read_counts(marked), read_counts(drawn), read_uniforms(words), &some)) return 0;
  write_counts(counts, some);
  return 1;
}

INLINE size_t take(
    size_t count, int32_t *cells, const uint32_t *words, int32_t *population, int32_t *wanted, int32_t first,
    int32_t *places, int32_t *somes, size_t *made) {
  numbers all = read_counts(population), draws = read_counts(wanted);
  size_t cell = 0, listed = 0;
  for (; cell < count; cell++) {
    int32_t *own = cells + 8 * cell;
    if (is_nobody(own)) continue;
    const numbers there = read_counts(own);
    numbers some;
    if (!eight(all, there, draws, read_uniforms(words + 8 * cell), &some)) break;
    all -= there;
    if (!any(some > 0)) continue;
    draws -= some;
    write_counts(own, there - some);
    write_counts(somes + 8 * listed, some);
    places[listed++] = first + (int32_t)cell;
    if (!any(draws > 0)) {
      cell = count;
      break;
    }
  }
  write_counts(population, all);
  write_counts(wanted, draws);
  *made = listed;
  return cell;
}

#define ON(name, target)                                                                                          \
  target static int alone_on_##name(                                                                              \
      const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words,              \
      int32_t *counts) {                                                                                          \
    return alone(population, marked, drawn, words, counts);                                                       \
  }                                                                                                               \
  target static size_t take_on_##name(                                                                            \
      size_t count, int32_t *cells, const uint32_t *words, int32_t *population, int32_t *wanted, int32_t first,   \
      int32_t *places, int32_t *somes, size_t *made) {                                                            \
    return take(count, cells, words, population, wanted, first, places, somes, made);                             \
  }

ON(any, )
#if defined(__x86_64__)
ON(avx2, __attribute__((target("avx2"))))
ON(avx512, __attribute__((target("avx512f,avx512vl,avx512dq"))))
#endif

int cadre_hypergeometric(
    int width, const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words,
    int32_t *counts) {
#if defined(__x86_64__)
  if (width == 512) return alone_on_avx512(population, marked, drawn, words, counts);
  if (width == 256) return alone_on_avx2(population, marked, drawn, words, counts);
#endif
  return alone_on_any(population, marked, drawn, words, counts);
}

size_t cadre_take(
    int width, size_t count, int32_t *cells, const uint32_t *words, int32_t *population, int32_t *wanted, int32_t first,
    int32_t *places, int32_t *somes, size_t *made) {
#if defined(__x86_64__)
  if (width == 512)
    return take_on_avx512(count, cells, words, population, wanted, first, places, somes, made);
  if (width == 256) return take_on_avx2(count, cells, words, population, wanted, first, places, somes, made);
#endif
  return take_on_any(count, cells, words, population, wanted, first, places, somes, made);
}
