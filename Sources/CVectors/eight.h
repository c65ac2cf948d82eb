// Eight numbers side by side; for the files of this folder alone.
#ifndef CADRE_EIGHT_H
#define CADRE_EIGHT_H

#include <stdint.h>
#include <string.h>

// Real numbers are added, multiplied and divided one after another as they stand, whatever the processor could fuse: each
// width, and the same steps in Swift, give the same bits.
#pragma clang fp contract(off)
// Whatever takes or returns vectors here is made part of its caller: no convention for passing them is in play.
#pragma clang diagnostic ignored "-Wpsabi"

// From here on a sum of probabilities has lost the digits of the upper tail, and counts need another way.
#define CADRE_UPPER_TAIL 0.999

#define INLINE static inline __attribute__((always_inline))

typedef double numbers __attribute__((vector_size(64)));
typedef int64_t flags __attribute__((vector_size(64)));
typedef int32_t eight_counts __attribute__((vector_size(32)));
typedef uint32_t eight_words __attribute__((vector_size(32)));

INLINE numbers chosen(flags where, numbers yes, numbers no) {
  return (numbers)((where & (flags)yes) | (~where & (flags)no));
}

INLINE numbers least(numbers a, numbers b) { return chosen(a < b, a, b); }

INLINE numbers most(numbers a, numbers b) { return chosen(a < b, b, a); }

INLINE int any(flags f) { return __builtin_reduce_or(f) != 0; }

INLINE numbers read_counts(const int32_t *counts) {
  eight_counts eight;
  memcpy(&eight, counts, sizeof eight);
  return __builtin_convertvector(eight, numbers);
}

INLINE int is_nobody(const int32_t *counts) {
  eight_counts eight;
  memcpy(&eight, counts, sizeof eight);
  return __builtin_reduce_or(eight) == 0;
}

// (k + ½) · 2⁻³² with k the word.
INLINE numbers read_uniforms(const uint32_t *words) {
  eight_words eight;
  memcpy(&eight, words, sizeof eight);
  return (__builtin_convertvector(eight, numbers) + 0.5) * 0x1p-32;
}

INLINE numbers read_numbers(const double *given) {
  numbers eight;
  memcpy(&eight, given, sizeof eight);
  return eight;
}

// Whole numbers below 2³¹.
INLINE void write_counts(int32_t *counts, numbers whole) {
  // The low bits of a number of this size are a whole number's.
  const eight_counts narrow = __builtin_convertvector((flags)(whole + 0x1.8p52), eight_counts);
  memcpy(counts, &narrow, sizeof narrow);
}

#endif
