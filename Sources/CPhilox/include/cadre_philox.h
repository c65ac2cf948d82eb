#ifndef CADRE_PHILOX_H
#define CADRE_PHILOX_H

#include <stddef.h>
#include <stdint.h>

/// Philox-4x32-10 for many counters at once, on whatever vectors the processor has: whole numbers, so that each gives the
/// same words. (J. K. Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011.)
///
/// Writes 16 words for each of `count` sixteens. Of the sixteen number s from 0, the low half of words[16 s + 4 j + b] is
/// the word j of the block whose counter is (first, sites[s] low, sites[s] high, (blocks[s] + b) · 2¹⁶ + month), b and j
/// from 0 to 3; the high half means nothing.
void cadre_philox_sixteens(
    uint32_t first, uint32_t month, uint32_t key0, uint32_t key1, size_t count, const uint64_t *sites,
    const uint32_t *blocks, uint64_t *words);

/// The same on the vectors of the named width in bits, for tests.
/// \returns 0 when this processor does not have them; then nothing is written.
int cadre_philox_sixteens_on(
    int width, uint32_t first, uint32_t month, uint32_t key0, uint32_t key1, size_t count, const uint64_t *sites,
    const uint32_t *blocks, uint64_t *words);

#endif
