#include "cadre_vectors.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Whatever takes or returns vectors here is made part of its caller: no convention for passing them is in play.
#pragma clang diagnostic ignored "-Wpsabi"

// A lane of 64 bits holds a word of 32, so that its product needs no other lane; what is above the word reaches no
// result.
typedef uint64_t eight __attribute__((vector_size(64)));
typedef uint32_t eight_words __attribute__((vector_size(32)));

struct common {
  const uint32_t *firsts;
  uint32_t month, key0, key1;
};

static inline __attribute__((always_inline)) eight widened(const uint32_t *words) {
  eight_words narrow;
  memcpy(&narrow, words, sizeof narrow);
  return __builtin_convertvector(narrow, eight);
}

static inline __attribute__((always_inline)) void store(uint32_t *words, eight wide) {
  eight_words narrow = __builtin_convertvector(wide, eight_words);
  memcpy(words, &narrow, sizeof narrow);
}

// Ten rounds for `blocks` counters side by side, which do not wait for each other.
static inline __attribute__((always_inline)) void rounds(
    int blocks, uint32_t key0, uint32_t key1, eight *s0, eight *s1, eight *s2, eight *s3) {
  const eight mask = (eight){} + 0xFFFFFFFF;
  for (int round = 0; round < 10; round++) {
    for (int b = 0; b < blocks; b++) {
      eight p0 = (s0[b] & mask) * 0xD2511F53, p1 = (s2[b] & mask) * 0xCD9E8D57;
      s0[b] = (p1 >> 32) ^ s1[b] ^ key0;
      s1[b] = p1;
      s2[b] = (p0 >> 32) ^ s3[b] ^ key1;
      s3[b] = p0;
    }
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
}

// One sixteen, `side` of its four blocks side by side.
static inline __attribute__((always_inline)) void sixteens(
    int side, struct common c, size_t count, const uint64_t *sites, const uint32_t *blocks, uint32_t *words) {
  const eight first = widened(c.firsts);
  for (size_t s = 0; s < count; s++) {
    for (uint32_t begin = 0; begin < 4; begin += side) {
      eight s0[4], s1[4], s2[4], s3[4];
      for (int b = 0; b < side; b++) {
        s0[b] = first;
        s1[b] = (eight){} + (sites[s] & 0xFFFFFFFF);
        s2[b] = (eight){} + (sites[s] >> 32);
        s3[b] = (eight){} + (uint32_t)((blocks[s] + begin + b) << 16 | c.month);
      }
      rounds(side, c.key0, c.key1, s0, s1, s2, s3);
      for (int b = 0; b < side; b++) {
        uint32_t *own = words + (16 * s + begin + b) * 8;
        store(own, s0[b]);
        store(own + 32, s1[b]);
        store(own + 64, s2[b]);
        store(own + 96, s3[b]);
      }
    }
  }
}

// The first words of the futures of eight places.
static inline __attribute__((always_inline)) void look_up(const uint32_t *firsts, const int32_t *places, uint32_t *own) {
  for (int lane = 0; lane < 8; lane++) own[lane] = firsts[places[lane] & 7];
}

static inline __attribute__((always_inline)) void each(
    int side, void (*look_up)(const uint32_t *, const int32_t *, uint32_t *), struct common c, size_t count,
    uint64_t site, const int32_t *places, int32_t offset, uint32_t *words) {
  for (size_t i = 0; i < count; i += 8 * side) {
    eight entry[2], s0[2], s1[2], s2[2], s3[2];
    for (int b = 0; b < side; b++) {
      uint32_t own[8];
      look_up(c.firsts, places + i + 8 * b, own);
      s0[b] = widened(own);
      s1[b] = (eight){} + (site & 0xFFFFFFFF);
      s2[b] = (eight){} + (site >> 32);
      entry[b] = (widened((const uint32_t *)places + i + 8 * b) >> 3) + (uint64_t)(int64_t)offset;
      s3[b] = ((entry[b] >> 4 << 2 | (entry[b] & 3)) << 16) | c.month;
    }
    rounds(side, c.key0, c.key1, s0, s1, s2, s3);
    for (int b = 0; b < side; b++) {
      const eight pick = entry[b] >> 2 & 3;
      const eight is1 = (eight)(pick == 1), is2 = (eight)(pick == 2), is3 = (eight)(pick == 3);
      store(words + i + 8 * b, (s0[b] & ~(is1 | is2 | is3)) | (s1[b] & is1) | (s2[b] & is2) | (s3[b] & is3));
    }
  }
}

// One future after another, without a branch: few lose somebody, and nobody can say which.
static inline __attribute__((always_inline)) size_t candidates(
    size_t count, const int32_t *cells, const uint32_t *words, const uint32_t *bounds, int32_t *places) {
  const eight bound = widened(bounds);
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    eight sum = widened((const uint32_t *)cells + 8 * i) * bound + widened(words + 8 * i);
    for (int lane = 0; lane < 8; lane++) {
      places[found] = (int32_t)(8 * i + lane);
      found += sum[lane] >> 32 != 0;
    }
  }
  return found;
}

#define ON(name, side, sides, look_up, target)                                                                    \
  target static void sixteens_on_##name(                                                                          \
      struct common c, size_t count, const uint64_t *sites, const uint32_t *blocks, uint32_t *words) {            \
    sixteens(side, c, count, sites, blocks, words);                                                               \
  }                                                                                                               \
  target static void each_on_##name(                                                                              \
      struct common c, size_t count, uint64_t site, const int32_t *places, int32_t offset, uint32_t *words) {     \
    each(sides, look_up, c, count, site, places, offset, words);                                                  \
  }

ON(any, 1, 1, look_up, )
#if defined(__x86_64__)
// All eight words are in one register, which is faster asked than the memory.
__attribute__((target("avx2"))) static inline void look_up_on_avx2(
    const uint32_t *firsts, const int32_t *places, uint32_t *own) {
  const __m256i all = _mm256_loadu_si256((const __m256i *)firsts), given = _mm256_loadu_si256((const __m256i *)places);
  // The last three bits of a place tell the future, and no other bit of it counts.
  _mm256_storeu_si256((__m256i *)own, _mm256_permutevar8x32_epi32(all, given));
}

ON(avx2, 1, 1, look_up_on_avx2, __attribute__((target("avx2"))))
ON(avx512, 4, 2, look_up_on_avx2, __attribute__((target("avx512f,avx512vl"))))

__attribute__((target("avx2"))) static size_t candidates_on_avx2(
    size_t count, const int32_t *cells, const uint32_t *words, const uint32_t *bounds, int32_t *places) {
  return candidates(count, cells, words, bounds, places);
}

__attribute__((target("avx512f,avx512vl"))) static size_t candidates_on_avx512(
    size_t count, const int32_t *cells, const uint32_t *words, const uint32_t *bounds, int32_t *places) {
  const __m512i bound = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)bounds));
  const __m512i most = _mm512_set1_epi64(0xFFFFFFFF);
  __m256i own = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    __m512i people = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(cells + 8 * i)));
    __m512i word = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(words + 8 * i)));
    __mmask8 beyond = _mm512_cmpgt_epu64_mask(_mm512_add_epi64(_mm512_mul_epu32(people, bound), word), most);
    _mm256_storeu_si256((__m256i *)(places + found), _mm256_maskz_compress_epi32(beyond, own));
    found += (size_t)__builtin_popcount(beyond);
    own = _mm256_add_epi32(own, _mm256_set1_epi32(8));
  }
  return found;
}
#endif

int cadre_vector_width(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
    return 512;
  if (__builtin_cpu_supports("avx2")) return 256;
#endif
  return 128;
}

void cadre_words_of_sixteens(
    int width, const uint32_t *firsts, uint32_t month, uint32_t key0, uint32_t key1, size_t count,
    const uint64_t *sites, const uint32_t *blocks, uint32_t *words) {
  struct common c = {firsts, month, key0, key1};
#if defined(__x86_64__)
  if (width == 512) return sixteens_on_avx512(c, count, sites, blocks, words);
  if (width == 256) return sixteens_on_avx2(c, count, sites, blocks, words);
#endif
  sixteens_on_any(c, count, sites, blocks, words);
}

void cadre_words_each(
    int width, const uint32_t *firsts, uint32_t month, uint32_t key0, uint32_t key1, size_t count, uint64_t site,
    const int32_t *places, int32_t offset, uint32_t *words) {
  struct common c = {firsts, month, key0, key1};
#if defined(__x86_64__)
  if (width == 512) return each_on_avx512(c, count, site, places, offset, words);
  if (width == 256) return each_on_avx2(c, count, site, places, offset, words);
#endif
  each_on_any(c, count, site, places, offset, words);
}

size_t cadre_candidates(
    int width, size_t count, const int32_t *cells, const uint32_t *words, const uint32_t *bounds, int32_t *places) {
#if defined(__x86_64__)
  if (width == 512) return candidates_on_avx512(count, cells, words, bounds, places);
  if (width == 256) return candidates_on_avx2(count, cells, words, bounds, places);
#endif
  return candidates(count, cells, words, bounds, places);
}
