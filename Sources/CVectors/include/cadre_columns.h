#ifndef CADRE_COLUMNS_H
#define CADRE_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

/// What a run records, and what its statistics are made of, on whatever vectors the processor has.

/// Adds numbers of people to totals, or takes them away: the lowest byte of each, and the next where it is kept.
///
/// \param high NULL where there is none
/// \param shift bits that the numbers are shifted up by
/// \param is_first whether the totals begin at 0, whatever stands there
void cadre_add_bytes(
    int width, size_t count, const uint8_t *low, const uint8_t *high, int shift, int is_taken, int is_first,
    int32_t *totals);

/// The smallest and the largest of one number or more.
void cadre_extremes(int width, size_t count, const int32_t *numbers, int32_t *low, int32_t *high);

/// Counts each number of a narrow range, and sums how far they lie above its lowest, and the squares of that.
///
/// \param span how many numbers the range has, 2¹⁵ at most; none of the given ones lies outside
/// \param counts by distance from the lowest, with room for 2¹⁵; those behind the range hold nothing of use
void cadre_count(
    int width, size_t count, const uint32_t *numbers, uint32_t low, size_t span, uint32_t *counts, uint64_t *sum,
    uint64_t *squares);

/// The bits that any of some numbers has.
uint32_t cadre_bits(int width, size_t count, const int32_t *numbers);

/// Writes one byte of each number, which stands \p shift bits up.
void cadre_narrow(int width, size_t count, const int32_t *numbers, int shift, uint8_t *bytes);

/// Memory that is all 0, a multiple of 4096 bytes; on large pages, where it is large and the system has them.
///
/// \returns NULL where there is none
void *cadre_make_zeros(size_t bytes);

/// Gives such memory back.
void cadre_free_zeros(void *zeros, size_t bytes);

#endif
