#ifndef CADRE_VECTORS_H
#define CADRE_VECTORS_H

#include <stddef.h>
#include <stdint.h>

#include "cadre_columns.h"

/// What eight futures side by side do most often, on whatever vectors the processor has, which Swift cannot choose while
/// the program runs. Whole numbers are the same on all of them, and real numbers too: each operation is rounded by itself.
///
/// Random words are those of Philox-4x32-10 (J. K. Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", SC11,
/// 2011).
///
/// A counter is (first, site low, site high, block · 2¹⁶ + month). Eight futures are worked on side by side: each has a
/// first word of its own.

/// The widest vectors of this processor that are used, in bits: 128, 256 or 512.
int cadre_vector_width(void);

/// Writes 16 words for each of `count` sixteens and each of eight futures: words[(16 s + 4 j + b) · 8 + f] is the word j of
/// the block whose counter is (firsts[f], sites[s], (blocks[s] + b) · 2¹⁶ + month), b and j from 0 to 3.
///
/// \param width of the vectors to use, in bits, no more than ``cadre_vector_width``
void cadre_words_of_sixteens(
    int width, const uint32_t *firsts, uint32_t month, uint32_t key0, uint32_t key1, size_t count,
    const uint64_t *sites, const uint32_t *blocks, uint32_t *words);

/// Writes one word for each of `count` places, 8 · cell + future: words[i] is the one that ``cadre_words_of_sixteens`` makes
/// for the site, the future, and the entry month cell + offset (in the sixteen with its quotient by 16, the word with the
/// rest).
///
/// Reads and writes up to fifteen places beyond the last; what it reads there matters to nothing.
void cadre_words_each(
    int width, const uint32_t *firsts, uint32_t month, uint32_t key0, uint32_t key1, size_t count, uint64_t site,
    const int32_t *places, int32_t offset, uint32_t *words);

/// Lists the cells of a run that may lose somebody: those in which people · bound + word reaches 2³².
///
/// \param cells people, by cell and future, 0 or more
/// \param words random words, in the same order
/// \param bounds by future
/// \param places where the list goes: 8 · cell + future, ascending; with room for one place more than there are of cells
///   and futures, and for eight
/// \returns how many they are
size_t cadre_candidates(
    int width, size_t count, const int32_t *cells, const uint32_t *words, const uint32_t *bounds, int32_t *places);

/// The thresholds of a number of people: the last words at which nobody of them is counted, at most one, two and three, each
/// less 2³¹; and none in the upper tail, above a probability of 0.999.
struct cadre_thresholds {
  int32_t none, one, two, three;
};

/// For how many people thresholds are kept: below this number, and the last place is for all others.
enum { cadre_thresholds_end = 127 };

/// Works out the thresholds of the numbers of people from `begin` up to `end`, for eight futures.
///
/// \param powers by number of people and future: the probability that it happens to none of them
/// \param odds by future: the probability that it happens to one person ÷ that it does not
void cadre_make_thresholds(
    int width, size_t begin, size_t end, const double *powers, const double *odds, struct cadre_thresholds *table);

/// Takes those who leave out of the candidates' cells, by thresholds, and lists the cells that somebody leaves.
///
/// \param count of candidates
/// \param candidates 8 · cell + future; those whose thresholds do not tell their number are left there, first
/// \param cells, words by cell and future
/// \param table by future, and within a future by people; where none are known all four are −2³¹
/// \param first 8 · the number of the first cell
/// \param places, lefts where the exits go, with room for all candidates: the place, and how many leave
/// \param rare how many candidates are left
/// \returns how many exits there are
size_t cadre_exits(
    size_t count, int32_t *candidates, int32_t *cells, const uint32_t *words, const struct cadre_thresholds *table,
    int32_t first, int32_t *places, int32_t *lefts, size_t *rare);

/// Adds the numbers of exits to sums by future. \param places 8 · cell + future of each exit
void cadre_sums(size_t count, const int32_t *places, const int32_t *lefts, int32_t *sums);

/// Puts those of some exits that have somebody left first, in the order that they had.
///
/// \returns how many they are
size_t cadre_compact(int width, size_t count, int32_t *places, int32_t *lefts);

/// Splits off from exits, where one or two people left: how many of them, by thresholds that words are above.
///
/// \param places 8 · cell + future of each exit
/// \param lefts who left; those split off are taken away
/// \param ones by future, above which word one is split off from one person; below 0 for every word
/// \param firsts, seconds by future, above which word one, and two, are split off from two people
/// \param somes where those split off go; −1, and nothing is taken away, where more than two left
/// \param sums by future, to which those split off are added
/// \param larges the exits that more than two left, ascending; with room for one place more than exits, and for eight
/// \returns how many exits more than two left
size_t cadre_split(
    int width, size_t count, const int32_t *places, const uint32_t *words, const int64_t *ones, const int64_t *firsts,
    const int64_t *seconds, int32_t *lefts, int32_t *somes, int32_t *sums, int32_t *larges);

/// Splits off from exits that more than two left: the same numbers as the sampler in Swift gives for each alone.
///
/// \param exits places in the lists that follow, ascending; those that need another way are put first
/// \param probabilities by future, from 0 to 1, to be split off
/// \param places, words, lefts, somes, sums as for ``cadre_split``; nothing is taken away where another way is needed
/// \returns how many need another way
size_t cadre_split_larges(
    int width, size_t count, int32_t *exits, const int32_t *places, const uint32_t *words, const double *probabilities,
    int32_t *lefts, int32_t *somes, int32_t *sums);

/// How many of some people an event happens to, for eight futures side by side: the same numbers as the sampler in Swift
/// gives for each alone.
///
/// \returns the futures that need another way, as bits, the lowest first
unsigned cadre_happening(
    int width, const int32_t *people, const double *probabilities, const double *uniforms, int32_t *counts);

/// Poisson numbers of eight futures side by side: the same as the sampler in Swift gives for each alone.
///
/// \returns the futures that need another way, as bits, the lowest first
unsigned cadre_poisson(int width, const double *means, const double *uniforms, int32_t *counts);

/// What a law comes to in single precision, by future: for ways that need not be exact.
struct cadre_single_law {
  /// The rarer probability, its complement, one ÷ the other, and the binary logarithm of the complement.
  float rarer[8], commoner[8], odds[8], decay[8];
  /// Of the terms of the quantile's expansion (LatticeQuantile in Swift), by powers of the square of the normal quantile: the
  /// second and the fourth ÷ that quantile; the first is this times the square less 1.
  float first[8], second[2][8], third[3][8], fourth[3][8];
};

/// The law of a month's exits, by future.
struct cadre_law {
  /// The probability for one person or its complement, whichever is the smaller; 1 in `mirrored` for the complement.
  double rarer[8], mirrored[8];
  /// The probability times its complement, and the complement of the rarer less the rarer.
  double spread[8], skew[8];
  /// rarer ÷ its complement.
  double odds[8];
  struct cadre_single_law single;
};

/// \param probabilities by future, from 0 to 1
void cadre_make_law(const double *probabilities, struct cadre_law *law);

/// Takes those who leave out of cells of many people, and lists the cells that somebody leaves: the same numbers as the
/// sampler in Swift gives for each alone. What is not clear in single precision is tried again with all digits.
///
/// \param powers by future: (1 − rarer) to the power of 0, 1 … 63, then of 0, 64, 128 … as far as people go
/// \param first 8 · the number of the first cell
/// \param places, lefts where the exits go, in no order, with room for eight more than there are of cells and futures
/// \param open the places, from 0 on, of those whose number needs another way, with as much room; they are left in their
///   cells
/// \returns how many exits there are
size_t cadre_big_exits(
    int width, size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *law,
    const double *powers, int32_t first, int32_t *places, int32_t *lefts, int32_t *open, size_t *open_count);

/// The largest number of people in any cell and future.
int32_t cadre_most_people(int width, size_t cell_count, const int32_t *cells);

/// How many of those drawn without replacement from a population are marked, for eight futures side by side, where a sum of
/// few terms tells it for all of them: the same numbers as the sampler in Swift gives for each alone.
///
/// \returns 0 when some future needs another way; then nothing is written.
int cadre_hypergeometric(
    int width, const int32_t *population, const int32_t *marked, const int32_t *drawn, const uint32_t *words,
    int32_t *counts);

/// Takes people out of cells without replacement, cell after cell: of those wanted from a population, as many as
/// ``cadre_hypergeometric`` tells are among the cell's; and lists the cells that somebody is taken from.
///
/// \param cells, words by cell and future
/// \param population, wanted by future: everybody in these cells and those after them, and how many of them are wanted;
///   what is left of both after the cells that were dealt with
/// \param first the number of the first cell
/// \param places where the numbers of the cells go, with room for all
/// \param somes where those taken go, by cell listed and future, with room for all
/// \param made how many cells are listed
/// \returns how many cells were dealt with: the next one needs another way, or all of them
size_t cadre_take(
    int width, size_t count, int32_t *cells, const uint32_t *words, int32_t *population, int32_t *wanted, int32_t first,
    int32_t *places, int32_t *somes, size_t *made);

#endif
