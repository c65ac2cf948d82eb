// The normal quantile of eight numbers side by side; for the files of this folder alone.
#ifndef CADRE_NORMAL_H
#define CADRE_NORMAL_H

#include "eight.h"

// The logarithm of numbers from 2⁻³⁴ to 1, to some 1e-15.
INLINE numbers logarithm(numbers x) {
  // x = 2^k m with m from √½ to √2, and log m = 2 artanh((m − 1) ÷ (m + 1)).
  const flags half = {0x3FE6A09E667F3BCD, 0x3FE6A09E667F3BCD, 0x3FE6A09E667F3BCD, 0x3FE6A09E667F3BCD,
                      0x3FE6A09E667F3BCD, 0x3FE6A09E667F3BCD, 0x3FE6A09E667F3BCD, 0x3FE6A09E667F3BCD};
  const flags k = ((flags)x - half) >> 52;
  const numbers m = (numbers)((flags)x - k * (1ll << 52)), s = (m - 1) / (m + 1), z = s * s, z2 = z * z;
  const numbers low = (1.0 / 3 + z * (1.0 / 5)) + z2 * (1.0 / 7 + z * (1.0 / 9));
  const numbers high = (1.0 / 11 + z * (1.0 / 13)) + z2 * (1.0 / 15 + z * (1.0 / 17));
  return __builtin_convertvector(k, numbers) * 0.6931471805599453 + (s + s) * (1 + z * (low + z2 * z2 * high));
}

// 1 ÷ √x for positive numbers, to some 1e-15, without a division: Newton's method from a line through the logarithm.
INLINE numbers inverse_root(numbers x) {
  const flags guess = (flags){} + 0x5FE6EB50C7B537A9;
  const numbers half = 0.5 * x;
  numbers y = (numbers)(guess - ((flags)x >> 1));
  for (int round = 0; round < 4; round++) y *= 1.5 - half * y * y;
  return y;
}

// M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988),
// 477-484, as far as words of 32 bits reach: see Portable.normalQuantile in Swift.
INLINE numbers quantile(numbers u) {
  const numbers q = u - 0.5, r = 0.180625 - q * q, s = r * r;
  const numbers a01 = 3.3871328727963666080 + r * 133.14166789178437745;
  const numbers a23 = 1971.5909503065514427 + r * 13731.693765509461125;
  const numbers a45 = 45921.953931549871457 + r * 67265.770927008700853;
  const numbers a67 = 33430.575583588128105 + r * 2509.0809287301226727;
  const numbers b01 = 1 + r * 42.313330701600911252;
  const numbers b23 = 687.18700749205790830 + r * 5394.1960214247511077;
  const numbers b45 = 21213.794301586595867 + r * 39307.895800092710610;
  const numbers b67 = 28729.085735721942674 + r * 5226.4952788528545610;
  const flags is_outer = (q > 0.425) | (q < -0.425);
  numbers top = q * (a01 + s * (a23 + s * (a45 + s * a67))), bottom = b01 + s * (b23 + s * (b45 + s * b67));
  if (any(is_outer)) {
    const numbers l = -logarithm(least(u, 1 - u)), x = l * inverse_root(l) - 1.6, y = x * x;
    const numbers c01 = 1.42343711074968357734 + x * 4.63033784615654529590;
    const numbers c23 = 5.76949722146069140550 + x * 3.64784832476320460504;
    const numbers c45 = 1.27045825245236838258 + x * 0.241780725177450611770;
    const numbers c67 = 0.0227238449892691845833 + x * 7.74545014278341407640e-4;
    const numbers d01 = 1 + x * 2.05319162663775882187;
    const numbers d23 = 1.67638483018380384940 + x * 0.689767334985100004550;
    const numbers d45 = 0.148103976427480074590 + x * 0.0151986665636164571966;
    const numbers d67 = 5.47593808499534494600e-4 + x * 1.05075007164441684324e-9;
    const numbers c = c01 + y * (c23 + y * (c45 + y * c67)), d = d01 + y * (d23 + y * (d45 + y * d67));
    top = chosen(is_outer, chosen(q < 0, -c, c), top);
    bottom = chosen(is_outer, d, bottom);
  }
  return top / bottom;
}

#endif
