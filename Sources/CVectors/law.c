#include "cadre_vectors.h"

#include "normal.h"

static void write_numbers(double *taken, numbers n) { memcpy(taken, &n, sizeof n); }

static void write_singles(float *taken, numbers n) {
  for (int future = 0; future < 8; future++) taken[future] = (float)n[future];
}

void cadre_make_law(const double *probabilities, struct cadre_law *law) {
  const numbers p = read_numbers(probabilities), q = 1 - p, none = {};
  const flags is_mirrored = p > 0.5;
  const numbers rarer = chosen(is_mirrored, q, p), commoner = chosen(is_mirrored, p, q);
  const numbers v = rarer * commoner, s = commoner - rarer;
  write_numbers(law->rarer, rarer);
  write_numbers(law->mirrored, chosen(is_mirrored, none + 1, none));
  write_numbers(law->spread, v);
  write_numbers(law->skew, s);
  write_numbers(law->odds, rarer / commoner);

  struct cadre_single_law *single = &law->single;
  write_singles(single->rarer, rarer);
  write_singles(single->commoner, commoner);
  write_singles(single->odds, rarer / commoner);
  write_singles(single->decay, logarithm(commoner) * 1.4426950408889634);
  write_singles(single->first, s * (1.0 / 6));
  write_singles(single->second[0], (14 * v - 2) * (1.0 / 72));
  write_singles(single->second[1], (1 + 2 * v) * (-1.0 / 72));
  const numbers third = s * (v + 2) * (1.0 / 1620);
  write_singles(single->third[0], third * -16);
  write_singles(single->third[1], third * 7);
  write_singles(single->third[2], third * 3);
  write_singles(single->fourth[0], ((1732 * v + 5416) * v - 2684) * (-1.0 / 155520));
  write_singles(single->fourth[1], ((1024 * v + 1612) * v - 548) * (1.0 / 155520));
  write_singles(single->fourth[2], ((36 * v + 468) * v - 207) * (1.0 / 155520));
}
