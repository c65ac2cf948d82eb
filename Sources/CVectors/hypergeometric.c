#include "cadre_vectors.h"

#include <string.h>

// Real numbers are added, multiplied and divided one after another as they stand, whatever the processor could fuse: each
// width, and the same steps in Swift, give the same bits.
#pragma clang fp contract(off)
// Whatever takes or returns vectors here is made part of its caller: no convention for passing them is in play.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double numbers __attribute__((vector_size(64)));
typedef int64_t flags __attribute__((vector_size(64)));
typedef int32_t eight_counts __attribute__((vector_size(32)));
typedef uint32_t eight_words __attribute__((vector_size(32)));

#define INLINE static inline __attribute__((always_inline))

INLINE numbers chosen(flags where, numbers yes, numbers no) { return (numbers)((where & (flags)yes) | (~where & (flags)no)); }

INLINE numbers least(numbers a, numbers b) { return chosen(a < b, a, b); }

INLINE numbers most(numbers a, numbers b) { return chosen(a < b, b, a); }

INLINE int any(flags f) { return (f[0] | f[1] | f[2] | f[3] | f[4] | f[5] | f[6] | f[7]) != 0; }

INLINE double largest(numbers n) {
  double a = n[0] > n[1] ? n[0] : n[1], b = n[2] > n[3] ? n[2] : n[3];
  double c = n[4] > n[5] ? n[4] : n[5], d = n[6] > n[7] ? n[6] : n[7];
  a = a > b ? a : b;
  c = c > d ? c : d;
  return a > c ? a : c;
}

INLINE numbers read(const int32_t *counts) {
  eight_counts eight;
  memcpy(&eight, counts, sizeof eight);
  return __builtin_convertvector(eight, numbers);
}

// How many of the fewer are among the more, by adding probabilities from 0.
INLINE numbers sums(numbers u, numbers fewer, numbers more, numbers all, flags is_nobody, double longest) {
  // P(K = 0): the choices without the more, among all. Steps that all take, then those that some take.
  const numbers one = (numbers){} + 1;
  numbers without = all - more, possible = all;
  const numbers last_without = without, last_possible = all;
  double step = 1, shared = -largest(-fewer);
  for (; step < shared; step++) {
    without *= last_without - step;
    possible *= last_possible - step;
  }
  for (; step < longest; step++) {
    const flags is_taken = (one * step) < fewer;
    without *= chosen(is_taken, last_without - step, one);
    possible *= chosen(is_taken, last_possible - step, one);
  }
  numbers term = without / possible, sum = term;
  const flags is_one = (fewer == 1) & ~is_nobody;
  numbers count = chosen(is_one, one, one - one);
  flags is_open = ~(is_nobody | is_one | (u <= term));
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
  const numbers all = read(population), marks = read(marked), draws = read(drawn);
  const numbers unmarked = all - marks, rest = all - draws;
  const flags is_mostly_marked = marks > unmarked, is_mostly_drawn = draws > rest;
  const numbers rarer = least(marks, unmarked), fewest = least(draws, rest);
  const numbers fewer = least(rarer, fewest), more = most(rarer, fewest);
  const flags is_mirrored = is_mostly_marked ^ is_mostly_drawn;
  eight_words own;
  memcpy(&own, words, sizeof own);
  const numbers u = (__builtin_convertvector(own, numbers) + 0.5) * 0x1p-32;
  const numbers v = chosen(is_mirrored, 1 - u, u);
  const numbers mean = fewer * more / all;
  const flags is_nobody = (1 - v >= mean) | (fewer == 0);
  const flags is_plain = ((mean < 4) & (v < 0.999)) | is_nobody | (fewer == 1);
  const double longest = largest(fewer);
  double bound = 1, people = largest(all);
  if (longest > 128 || any(~is_plain)) return 0;
  // Above 1e290 products would be divided on the way.
  for (double step = 0; step < longest; step += 8) bound *= people * people * people * people * people * people * people * people;
  if (!(bound < 1e290)) return 0;
  const numbers some = sums(v, fewer, more, all, is_nobody, longest);
  // The count where none of the fewer is among the more.
  numbers base = chosen(is_mostly_drawn, marks, (numbers){});
  base = chosen(is_mostly_marked, draws, base);
  base = chosen(is_mostly_marked & is_mostly_drawn, marks - rest, base);
  // The low bits of a number of this size are a whole number's.
  const flags whole = (flags)(chosen(is_mirrored, base - some, base + some) + 0x1.8p52);
  eight_counts narrow = __builtin_convertvector(whole, eight_counts);
  memcpy(counts, &narrow, sizeof narrow);
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
