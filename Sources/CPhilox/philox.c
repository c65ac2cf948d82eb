#include "cadre_philox.h"

#include <string.h>

// A lane of 64 bits holds a word of 32, so that its product needs no other lane; what is above the word reaches no
// result.
typedef uint64_t four __attribute__((vector_size(32)));
typedef uint64_t eight __attribute__((vector_size(64)));

struct common {
  uint32_t first, month, key0, key1;
};

#define KERNEL(name, lanes)                                                                                     \
  static inline __attribute__((always_inline)) void name(                                                       \
      struct common c, const lanes *site, const lanes *block, lanes *state) {                                   \
    const lanes mask = (lanes){} + 0xFFFFFFFF;                                                                  \
    uint32_t key0 = c.key0, key1 = c.key1;                                                                      \
    /* The first round: the first word is the same in all lanes. */                                             \
    uint64_t product = (uint64_t)c.first * 0xD2511F53;                                                          \
    lanes p0, p1 = (*site >> 32) * 0xCD9E8D57;                                                                  \
    lanes s0 = (p1 >> 32) ^ *site ^ key0, s1 = p1;                                                              \
    lanes s2 = (*block << 16) ^ (c.month ^ (uint32_t)(product >> 32) ^ key1);                                   \
    lanes s3 = (lanes){} + (uint32_t)product;                                                                   \
    for (int round = 1; round < 10; round++) {                                                                  \
      key0 += 0x9E3779B9;                                                                                       \
      key1 += 0xBB67AE85;                                                                                       \
      p0 = (s0 & mask) * 0xD2511F53;                                                                            \
      p1 = (s2 & mask) * 0xCD9E8D57;                                                                            \
      s0 = (p1 >> 32) ^ s1 ^ key0;                                                                              \
      s1 = p1;                                                                                                  \
      s2 = (p0 >> 32) ^ s3 ^ key1;                                                                              \
      s3 = p0;                                                                                                  \
    }                                                                                                           \
    state[0] = s0;                                                                                              \
    state[1] = s1;                                                                                              \
    state[2] = s2;                                                                                              \
    state[3] = s3;                                                                                              \
  }

KERNEL(four_blocks, four)
KERNEL(eight_blocks, eight)

static inline __attribute__((always_inline)) void one_sixteen(
    struct common c, uint64_t site, uint64_t block, uint64_t *words) {
  four state[4];
  four sites = {site, site, site, site};
  four blocks = {block, block + 1, block + 2, block + 3};
  four_blocks(c, &sites, &blocks, state);
  memcpy(words, state, sizeof state);
}

static inline __attribute__((always_inline)) void by_ones(
    struct common c, size_t count, const uint64_t *sites, const uint32_t *blocks, uint64_t *words) {
  for (size_t s = 0; s < count; s++) one_sixteen(c, sites[s], blocks[s], words + 16 * s);
}

static inline __attribute__((always_inline)) void by_twos(
    struct common c, size_t count, const uint64_t *sites, const uint32_t *blocks, uint64_t *words) {
  size_t s = 0;
  for (; s + 1 < count; s += 2) {
    eight state[4];
    uint64_t p = sites[s], q = sites[s + 1], a = blocks[s], b = blocks[s + 1];
    eight both = {p, p, p, p, q, q, q, q};
    eight all = {a, a + 1, a + 2, a + 3, b, b + 1, b + 2, b + 3};
    eight_blocks(c, &both, &all, state);
    for (int word = 0; word < 4; word++) {
      memcpy(words + 16 * s + 4 * word, &state[word], 32);
      memcpy(words + 16 * s + 16 + 4 * word, (const char *)&state[word] + 32, 32);
    }
  }
  if (s < count) one_sixteen(c, sites[s], blocks[s], words + 16 * s);
}

static void on_any(
    struct common c, size_t count, const uint64_t *sites, const uint32_t *blocks, uint64_t *words) {
  by_ones(c, count, sites, blocks, words);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void on_avx2(
    struct common c, size_t count, const uint64_t *sites, const uint32_t *blocks, uint64_t *words) {
  by_twos(c, count, sites, blocks, words);
}

__attribute__((target("avx512f"))) static void on_avx512(
    struct common c, size_t count, const uint64_t *sites, const uint32_t *blocks, uint64_t *words) {
  by_twos(c, count, sites, blocks, words);
}
#endif

int cadre_philox_sixteens_on(
    int width, uint32_t first, uint32_t month, uint32_t key0, uint32_t key1, size_t count, const uint64_t *sites,
    const uint32_t *blocks, uint64_t *words) {
  struct common c = {first, month, key0, key1};
#if defined(__x86_64__)
  if (width == 512 && __builtin_cpu_supports("avx512f")) {
    on_avx512(c, count, sites, blocks, words);
    return 1;
  }
  if (width == 256 && __builtin_cpu_supports("avx2")) {
    on_avx2(c, count, sites, blocks, words);
    return 1;
  }
#endif
  if (width != 128) return 0;
  on_any(c, count, sites, blocks, words);
  return 1;
}

void cadre_philox_sixteens(
    uint32_t first, uint32_t month, uint32_t key0, uint32_t key1, size_t count, const uint64_t *sites,
    const uint32_t *blocks, uint64_t *words) {
  struct common c = {first, month, key0, key1};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) {
    on_avx512(c, count, sites, blocks, words);
    return;
  }
  if (__builtin_cpu_supports("avx2")) {
    on_avx2(c, count, sites, blocks, words);
    return;
  }
#endif
  on_any(c, count, sites, blocks, words);
}
