// Counts of eight futures with all digits; for the files of this folder alone.
#ifndef CADRE_LARGE_H
#define CADRE_LARGE_H

#include "cadre_vectors.h"
#include "normal.h"

// By adding probabilities from nobody on. Near 1 a sum has lost the digits of the upper tail; and a sum that comes as near
// to the uniform number as this leaves the count open, whatever way it was added up: the powers are off by 4e-13, the sum
// by less.
INLINE numbers summed(numbers size, numbers u, numbers term0, numbers odd, flags *is_settled) {
  const numbers zero = {}, least_distance = zero + 1e-11;
  numbers term = term0, sum = term0, count = zero;
  *is_settled &= u < CADRE_UPPER_TAIL;
  flags is_open = *is_settled & (u > sum);
  numbers nearest = most(u - sum, sum - u);
  for (double k = 0; any(is_open);) {
    const numbers ratio = odd * (size - k) / (k + 1);
    k += 1;
    term *= ratio;
    sum += term;
    nearest = least(nearest, most(u - sum, sum - u));
    count = chosen(is_open, zero + k, count);
    is_open &= (u > sum) & (count < size);
  }
  *is_settled &= nearest > least_distance;
  return count;
}

// By the expansion of LatticeQuantile in Swift, where its error bound leaves one answer: whatever rounds differently here,
// the answer is the same.
INLINE numbers expanded(
    numbers size, numbers mean, numbers variance, numbers u, numbers v, numbers s, flags *is_settled) {
  const numbers w = quantile(u), w2 = w * w;
  const numbers e = inverse_root(variance), sigma = variance * e;
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
  return count;
}

INLINE numbers large(
    numbers size, numbers mean, numbers u, numbers spread, numbers skew, flags is_mirrored, flags *is_settled) {
  const numbers v = chosen(is_mirrored, 1 - u, u);
  const numbers count = expanded(size, mean, size * spread, v, spread, skew, is_settled);
  return chosen(is_mirrored, size - count, count);
}

// What is left open elsewhere, in up to eight places of any cells, each with the law of its future.
struct open_places {
  numbers size, u, none;
  numbers rarer, spread, skew, odds;
  flags is_mirrored;
};

// None of the people: the power of the rest by 64 times that of the quotient.
INLINE void gather(
    struct open_places *own, const struct cadre_law *law, const double *powers, const int32_t *cells,
    const uint32_t *words, const int32_t *places, size_t count) {
  *own = (struct open_places){};
  for (size_t lane = 0; lane < count; lane++) {
    const int32_t place = places[lane], future = place & 7, people = cells[place];
    own->size[lane] = people;
    own->u[lane] = (words[place] + 0.5) * 0x1p-32;
    own->none[lane] = powers[128 * future + (people & 63)] * powers[128 * future + 64 + (people >> 6 & 63)];
    own->rarer[lane] = law->rarer[future];
    own->spread[lane] = law->spread[future];
    own->skew[lane] = law->skew[future];
    own->odds[lane] = law->odds[future];
    own->is_mirrored[lane] = -(law->mirrored[future] > 0);
  }
}

// How many leave, where that is settled; 0 elsewhere. Sums wherever they are short: there the expansion leaves most.
INLINE numbers settled(const struct open_places *own, flags *is_settled) {
  const numbers mean = own->size * own->rarer, zero = {};
  const flags is_short = ~own->is_mirrored & (own->size < 4096) & (mean < 30);
  flags is_summed = is_short, is_large = ~is_short & (mean >= 4);
  numbers count = zero;
  if (any(is_large)) count = large(own->size, mean, own->u, own->spread, own->skew, own->is_mirrored, &is_large);
  if (any(is_short)) count = chosen(is_short, summed(own->size, own->u, own->none, own->odds, &is_summed), count);
  *is_settled = is_summed | is_large;
  return chosen(*is_settled, count, zero);
}

#endif
