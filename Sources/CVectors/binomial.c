#include "cadre_vectors.h"

#include "large.h"
#include "singles.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// What is listed of a run: the exits, and the places that are left open.
struct lists {
  int32_t first, *places, *lefts, *open;
  size_t made, left;
};

// From this mean on the expansion takes fewer steps than sums do, and leaves few places open.
#define LARGE_MEAN 6

// How many leave two cells; 0 where that is left open.
INLINE void leaving(
    const struct single_law *law, const marks *people, const sixteen_words *words, marks *count, marks *is_open) {
  const singles size = __builtin_convertvector(*people, singles), mean = size * law->rarer;
  *count = any_mark(mean >= LARGE_MEAN) ? many(law, size, mean, *words, is_open) : few(law, size, mean, *words, is_open);
  *is_open &= *people > 0;
}

// Two cells, or the last one alone.
INLINE void read_two(const void *from, int is_last, void *both) {
  memset(both, 0, 64);
  if (is_last)
    memcpy(both, from, 32);
  else
    memcpy(both, from, 64);
}

INLINE void write_two(const void *both, int is_last, void *to) {
  if (is_last)
    memcpy(to, both, 32);
  else
    memcpy(to, both, 64);
}

INLINE void leave(
    size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *given, struct lists *to) {
  struct single_law law;
  read_single_law(given, &law);
  for (size_t cell = 0; cell < cell_count; cell += 2) {
    const int is_last = cell + 1 == cell_count;
    marks people, count, is_open;
    sixteen_words word;
    read_two(cells + 8 * cell, is_last, &people);
    if (!any_mark(people > 0)) continue;
    read_two(words + 8 * cell, is_last, &word);
    leaving(&law, &people, &word, &count, &is_open);
    const marks rest = people - count;
    write_two(&rest, is_last, cells + 8 * cell);
    for (int lane = 0; lane < (is_last ? 8 : 16); lane++) {
      const int32_t place = (int32_t)(8 * cell) + lane;
      to->places[to->made] = to->first + place;
      to->lefts[to->made] = count[lane];
      to->made += count[lane] != 0;
      to->open[to->left] = place;
      to->left += is_open[lane] != 0;
    }
  }
}

// What is left open is tried again with all digits, eight places at a time.
INLINE void leave_open(
    int32_t *cells, const uint32_t *words, const struct cadre_law *law, const double *powers, struct lists *to) {
  size_t left = 0;
  for (size_t begin = 0; begin < to->left; begin += 8) {
    const size_t count = to->left - begin < 8 ? to->left - begin : 8;
    struct open_places own;
    flags is_settled;
    gather(&own, law, powers, cells, words, to->open + begin, count);
    const numbers leaving = settled(&own, &is_settled);
    for (size_t lane = 0; lane < count; lane++) {
      const int32_t place = to->open[begin + lane], people = (int32_t)leaving[lane];
      cells[place] -= people;
      to->places[to->made] = to->first + place;
      to->lefts[to->made] = people;
      to->made += people != 0;
      to->open[left] = place;
      left += is_settled[lane] == 0;
    }
  }
  to->left = left;
}

// Laws of which the complement is counted are rare: all is left open.
static int is_mirrored(const struct cadre_law *law) {
  for (int future = 0; future < 8; future++)
    if (law->mirrored[future] > 0) return 1;
  return 0;
}

static void list_all(size_t cell_count, const int32_t *cells, struct lists *to) {
  for (size_t place = 0; place < 8 * cell_count; place++) {
    to->open[to->left] = (int32_t)place;
    to->left += cells[place] > 0;
  }
}

#if defined(__x86_64__)
#define ON_AVX512 __attribute__((target("avx512f,avx512vl,avx512dq")))

// The same, but that what is listed needs no loop over the futures.
ON_AVX512 static void leave_on_avx512(
    size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *given, struct lists *to) {
  struct single_law law;
  read_single_law(given, &law);
  const __m512i first = _mm512_set1_epi32(to->first);
  __m512i place = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (size_t cell = 0; cell < cell_count; cell += 2, place = _mm512_add_epi32(place, _mm512_set1_epi32(16))) {
    const __mmask16 is_own = cell + 1 == cell_count ? 0x00FF : 0xFFFF;
    const __m512i people = _mm512_maskz_loadu_epi32(is_own, cells + 8 * cell);
    if (!_mm512_test_epi32_mask(people, people)) continue;
    const __m512i word = _mm512_maskz_loadu_epi32(is_own, words + 8 * cell);
    __m512i count, open;
    leaving(&law, (const marks *)&people, (const sixteen_words *)&word, (marks *)&count, (marks *)&open);
    _mm512_mask_storeu_epi32(cells + 8 * cell, is_own, _mm512_sub_epi32(people, count));
    const __mmask16 is_some = _mm512_test_epi32_mask(count, count), is_open = _mm512_movepi32_mask(open);
    const __m512i listed = _mm512_add_epi32(place, first);
    _mm512_storeu_si512(to->places + to->made, _mm512_maskz_compress_epi32(is_some, listed));
    _mm512_storeu_si512(to->lefts + to->made, _mm512_maskz_compress_epi32(is_some, count));
    to->made += (size_t)__builtin_popcount(is_some);
    if (is_open) {
      _mm512_storeu_si512(to->open + to->left, _mm512_maskz_compress_epi32(is_open, place));
      to->left += (size_t)__builtin_popcount(is_open);
    }
  }
}
#endif

INLINE int32_t most_people(size_t cell_count, const int32_t *cells) {
  eight_counts most = {};
  for (size_t cell = 0; cell < cell_count; cell++) {
    eight_counts own;
    memcpy(&own, cells + 8 * cell, sizeof own);
    const eight_counts is_more = own > most;
    most = (own & is_more) | (most & ~is_more);
  }
  return __builtin_reduce_max(most);
}

#define ON(name, leave, target)                                                                                       \
  target static void exits_on_##name(                                                                                 \
      size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *law, const double *powers,     \
      struct lists *to) {                                                                                             \
    if (is_mirrored(law))                                                                                             \
      list_all(cell_count, cells, to);                                                                                \
    else                                                                                                              \
      leave(cell_count, cells, words, law, to);                                                                       \
    leave_open(cells, words, law, powers, to);                                                                        \
  }                                                                                                                   \
  target static int32_t most_people_on_##name(size_t cell_count, const int32_t *cells) {                              \
    return most_people(cell_count, cells);                                                                            \
  }

ON(any, leave, )
#if defined(__x86_64__)
ON(avx2, leave, __attribute__((target("avx2"))))
ON(avx512, leave_on_avx512, ON_AVX512)
#endif

size_t cadre_big_exits(
    int width, size_t cell_count, int32_t *cells, const uint32_t *words, const struct cadre_law *law,
    const double *powers, int32_t first, int32_t *places, int32_t *lefts, int32_t *open, size_t *open_count) {
  struct lists to = {first, places, lefts, open, 0, 0};
#if defined(__x86_64__)
  if (width == 512)
    exits_on_avx512(cell_count, cells, words, law, powers, &to);
  else if (width == 256)
    exits_on_avx2(cell_count, cells, words, law, powers, &to);
  else
#endif
    exits_on_any(cell_count, cells, words, law, powers, &to);
  *open_count = to.left;
  return to.made;
}

int32_t cadre_most_people(int width, size_t cell_count, const int32_t *cells) {
#if defined(__x86_64__)
  if (width == 512) return most_people_on_avx512(cell_count, cells);
  if (width == 256) return most_people_on_avx2(cell_count, cells);
#endif
  return most_people_on_any(cell_count, cells);
}
