// Counts of sixteen futures in single precision, where that tells them; for the files of this folder alone.
//
// Each count comes with marks of the lanes that it leaves open: those whose uniform number, or quantile, is nearer to where
// the count changes than its error may be; there the count is 0. In what follows r = 2⁻²⁴ is what an operation may lose of
// its result.
#ifndef CADRE_SINGLES_H
#define CADRE_SINGLES_H

#include "sixteen.h"

// 2^x for x from −100 to 0, to 5 r: 2^f by a polynomial that is off by 7.5e-8, for f from −½ to ½.
INLINE singles power_of_two(singles x) {
#pragma clang fp contract(fast)
  // The low bits of x + 1.5 · 2²³ are the whole number nearest to x.
  const singles near = x + 0x1.8p23f, f = x - (near - 0x1.8p23f), f2 = f * f;
  const singles low = 1.00000007f + f * 0.693146967f, middle = 0.240221197f + f * 0.0555071327f;
  const singles power = low + f2 * (middle + f2 * (0.00967554148f + f * 0.0013276472f));
  return (singles)((marks)power + ((marks)near << 23));
}

// How many terms are added at most, and at a time.
enum { most_terms = 32, terms_at_once = 4 };

static const float quotients[most_terms] = {
    1.0f / 1,  1.0f / 2,  1.0f / 3,  1.0f / 4,  1.0f / 5,  1.0f / 6,  1.0f / 7,  1.0f / 8,  1.0f / 9,  1.0f / 10, 1.0f / 11,
    1.0f / 12, 1.0f / 13, 1.0f / 14, 1.0f / 15, 1.0f / 16, 1.0f / 17, 1.0f / 18, 1.0f / 19, 1.0f / 20, 1.0f / 21, 1.0f / 22,
    1.0f / 23, 1.0f / 24, 1.0f / 25, 1.0f / 26, 1.0f / 27, 1.0f / 28, 1.0f / 29, 1.0f / 30, 1.0f / 31, 1.0f / 32};

// By taking probabilities from the uniform number, from nobody on, until nothing is left: for means below 8.
//
// What the rest may have lost after K terms, n p ≤ mean:
// - (1 − p)ⁿ = 2^(n log₂(1 − p)) loses (4.2 mean + 5) r of itself: its exponent is off by 3 r of −n log(1 − p) ≤ 1.39 mean.
// - The quotient of term k + 1 by term k is written as odds · (n + 1) ÷ (k + 1) − odds. It loses 6 r of the first part,
//   6 (n + 1) ÷ (n − k) r of itself, and its product r; term m so loses 6 (n + 1) m ÷ (n − m + 1) + 2 m of r. Summed over
//   all terms, as E[m ÷ (n − m + 1)] ≤ odds ≤ 2 p, that is 14 mean + 6 at most.
// - Each of the K differences loses r at most, the uniform number too.
// Together (18.2 mean + 12 + K) r, and K ≤ 32: less than 32 (mean + 2) r.
INLINE marks few(const struct single_law *law, singles size, singles mean, sixteen_words words, marks *is_open) {
#pragma clang fp contract(fast)
  const singles all = law->odds * (size + 1);
  singles term = power_of_two(size * law->decay);
  singles rest = __builtin_convertvector(words, singles) * 0x1p-32f - term, nearest = absolute(rest);
  marks count = -(rest > 0), is_more;
  int k = 0;
  do {
    for (int next = 0; next < terms_at_once; next++, k++) {
      term *= all * quotients[k] - law->odds;
      rest -= term;
      nearest = lesser(nearest, absolute(rest));
      count -= rest > 0;
    }
    is_more = rest > 0;
  } while (k < most_terms && any_mark(is_more));
  *is_open = is_more | (nearest < (mean + 2) * 0x1p-19f);
  return count & ~*is_open;
}

// 1 ÷ √x for positive numbers, to 13 r: Newton's method from a line through the logarithm, twice, its constants moved so
// that errors are even to both sides.
INLINE singles single_inverse_root(singles x) {
#pragma clang fp contract(fast)
  const singles half = -0.5f * x;
  singles y = (singles)(0x5F376908 - ((marks)x >> 1));
  y *= 1.5008789f + half * (y * y);
  y *= 1.5000006f + half * (y * y);
  return y;
}

// The normal quantile w of u = (word + ½) 2⁻³² where that is 2.5e-4 from 0 and 1; nearer to them it is marked as far. With
// x = 2u − 1, w ÷ x is a function of log₂(1 − x²), here a polynomial of degree 7 about −5; and 1 − x² = 4v(1 − v), v the
// smaller of u and 1 − u, keeps its digits. The ½ is left out. On all 2³² words, fused and not, compared with the quantile
// in normal.h: off by 4.4e-6 of itself, 75 r, and the 3e-10 of that ½.
INLINE singles near_quantile(sixteen_words words, marks *is_far) {
#pragma clang fp contract(fast)
  const sixteen_words smaller = words ^ (sixteen_words)((marks)words >> 31);
  const singles v = __builtin_convertvector((marks)smaller, singles);
  // Times 2⁵, so that its logarithm is what the polynomial asks for.
  const singles y = v * (0x1p-25f - v * 0x1p-57f);
  *is_far = y < 0x1p-5f;
  // y = 2^k (1 + f), 1 + f from √½ to √2: the logarithm is k and a polynomial, off by 6e-6.
  const marks bits = (marks)y - 0x3F3504F3, k = bits >> 23;
  const singles f = (singles)((marks)y - (k << 23)) - 1, f2 = f * f;
  const singles whole = __builtin_convertvector(k, singles) + f * 1.44257801f;
  const singles z = whole + f2 * ((-0.720241796f + f * 0.486686168f) + f2 * (-0.394575483f + f * 0.252660328f));
  const singles z2 = z * z;
  // Times 2⁻³¹: x is taken as a whole number.
  const singles low = (1.14241696e-9f - z * 1.0764326e-10f) + z2 * (-2.11178502e-12f + z * 1.10619643e-13f);
  const singles high = (2.50759493e-14f + z * 1.60961303e-15f) - z2 * (7.66030306e-17f + z * 1.43140202e-17f);
  return __builtin_convertvector((marks)(words ^ 0x80000000), singles) * (low + (z2 * z2) * high);
}

// By the expansion of LatticeQuantile in Swift, its terms of even and of odd degree in w apart. To its bound is added
// (32 mean + 2048) r for what is lost here, as long as all is below ½:
// - 3 r of the mean, and as much of the value (mean + 3.5 σ + 2, as |w| ≤ 3.5) in the last sums;
// - 92 r of σ w: 16 for σ, 75 for w. With the 3.5 σ from above that is 332 σ r, no more than (26 mean + 1060) r;
// - 400 r of the corrections together: (w² − 1) ÷ 6 loses 310 at the far end, the others as long as the bound is below ½
//   less than 90; and 230 of the bound.
// A mean of more people than such numbers can tell apart has a bound above ½.
INLINE marks many(const struct single_law *law, singles size, singles mean, sixteen_words words, marks *is_open) {
#pragma clang fp contract(fast)
  marks is_far;
  const singles w = near_quantile(words, &is_far), w2 = w * w;
  const singles variance = mean * law->commoner, e = single_inverse_root(variance), sigma = variance * e, e2 = e * e;
  const singles third = law->third[0] + w2 * (law->third[1] + w2 * law->third[2]);
  const singles even = (mean + (law->first * w2 - law->first)) + e2 * third;
  const singles fourth = law->fourth[0] + w2 * (law->fourth[1] + w2 * law->fourth[2]);
  const singles odd = sigma + e * ((law->second[0] + law->second[1] * w2) + e2 * fourth);
  const singles value = even + w * odd, whole = (value + 0x1.8p23f) - 0x1.8p23f;
  const singles left_out = (e2 * e2) * (0.1f + (0.01f * w2) * (w2 * w2));
  const singles uncertainty = left_out + (mean * 0x1p-19f + 0x1p-13f);
  const marks is_one = absolute(value - whole) + uncertainty < 0.5f, is_there = (whole > 0) & (whole <= size);
  *is_open = is_far | ~((mean >= 4) & is_one & is_there);
  return __builtin_convertvector((singles)((marks)whole & ~*is_open), marks);
}

#endif
