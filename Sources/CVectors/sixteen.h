// Sixteen numbers of single precision side by side, two cells of eight futures; for the files of this folder alone.
//
// What is worked out in these may differ in its last digits from processor to processor, and operations may be fused: it
// counts only where it is farther from every other answer than all it may have lost.
#ifndef CADRE_SIXTEEN_H
#define CADRE_SIXTEEN_H

#include "cadre_vectors.h"
#include "eight.h"

typedef float singles __attribute__((vector_size(64)));
typedef float eight_singles __attribute__((vector_size(32)));
typedef int32_t marks __attribute__((vector_size(64)));
typedef uint32_t sixteen_words __attribute__((vector_size(64)));

INLINE singles absolute(singles s) { return (singles)((marks)s & 0x7FFFFFFF); }

INLINE singles lesser(singles a, singles b) {
  const marks is_less = a < b;
  return (singles)((is_less & (marks)a) | (~is_less & (marks)b));
}

INLINE int any_mark(marks m) { return __builtin_reduce_or(m) != 0; }

// The same eight numbers for either cell.
INLINE singles twice(const float *given) {
  eight_singles eight;
  memcpy(&eight, given, sizeof eight);
  return __builtin_shufflevector(eight, eight, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7);
}

// cadre_law, for either cell.
struct single_law {
  singles rarer, commoner, odds, decay;
  singles first, second[2], third[3], fourth[3];
};

INLINE void read_single_law(const struct cadre_law *given, struct single_law *law) {
  const struct cadre_single_law *own = &given->single;
  law->rarer = twice(own->rarer);
  law->commoner = twice(own->commoner);
  law->odds = twice(own->odds);
  law->decay = twice(own->decay);
  law->first = twice(own->first);
  for (int power = 0; power < 2; power++) law->second[power] = twice(own->second[power]);
  for (int power = 0; power < 3; power++) law->third[power] = twice(own->third[power]);
  for (int power = 0; power < 3; power++) law->fourth[power] = twice(own->fourth[power]);
}

#endif
