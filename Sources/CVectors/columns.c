#include "cadre_vectors.h"

#define INLINE static inline __attribute__((always_inline))

INLINE void add(
    size_t count, const uint8_t *low, const uint8_t *high, int shift, int is_taken, int is_first, int32_t *totals) {
  // −x is ~x + 1: one loop adds and takes away.
  const int32_t sign = -is_taken;
  if (high && is_first)
    for (size_t i = 0; i < count; i++) totals[i] = ((((int32_t)low[i] | (int32_t)high[i] << 8) << shift) ^ sign) - sign;
  else if (high)
    for (size_t i = 0; i < count; i++) totals[i] += ((((int32_t)low[i] | (int32_t)high[i] << 8) << shift) ^ sign) - sign;
  else if (is_first)
    for (size_t i = 0; i < count; i++) totals[i] = (((int32_t)low[i] << shift) ^ sign) - sign;
  else
    for (size_t i = 0; i < count; i++) totals[i] += (((int32_t)low[i] << shift) ^ sign) - sign;
}

INLINE void extremes(size_t count, const int32_t *numbers, int32_t *low, int32_t *high) {
  int32_t least = numbers[0], most = numbers[0];
  for (size_t i = 0; i < count; i++) {
    least = numbers[i] < least ? numbers[i] : least;
    most = numbers[i] > most ? numbers[i] : most;
  }
  *low = least;
  *high = most;
}

// Usually as many as are written together: then the compiler knows how many, and needs no loop.
enum { together = 32 };

INLINE uint32_t bits_of(size_t count, const int32_t *numbers) {
  uint32_t bits = 0;
  if (count == together)
    for (size_t i = 0; i < together; i++) bits |= (uint32_t)numbers[i];
  else
    for (size_t i = 0; i < count; i++) bits |= (uint32_t)numbers[i];
  return bits;
}

INLINE void narrow(size_t count, const int32_t *numbers, int shift, uint8_t *bytes) {
  if (count == together)
    for (size_t i = 0; i < together; i++) bytes[i] = (uint8_t)(numbers[i] >> shift);
  else
    for (size_t i = 0; i < count; i++) bytes[i] = (uint8_t)(numbers[i] >> shift);
}

#define ON(name, target)                                                                                          \
  target static void add_on_##name(                                                                               \
      size_t count, const uint8_t *low, const uint8_t *high, int shift, int is_taken, int is_first,               \
      int32_t *totals) {                                                                                          \
    add(count, low, high, shift, is_taken, is_first, totals);                                                     \
  }                                                                                                               \
  target static void extremes_on_##name(size_t count, const int32_t *numbers, int32_t *low, int32_t *high) {      \
    extremes(count, numbers, low, high);                                                                          \
  }                                                                                                               \
  target static uint32_t bits_on_##name(size_t count, const int32_t *numbers) { return bits_of(count, numbers); } \
  target static void narrow_on_##name(size_t count, const int32_t *numbers, int shift, uint8_t *bytes) {          \
    narrow(count, numbers, shift, bytes);                                                                         \
  }

ON(any, )
#if defined(__x86_64__)
ON(avx2, __attribute__((target("avx2"))))
ON(avx512, __attribute__((target("avx512f,avx512vl,avx512dq"))))
#endif

void cadre_add_bytes(
    int width, size_t count, const uint8_t *low, const uint8_t *high, int shift, int is_taken, int is_first,
    int32_t *totals) {
#if defined(__x86_64__)
  if (width == 512) return add_on_avx512(count, low, high, shift, is_taken, is_first, totals);
  if (width == 256) return add_on_avx2(count, low, high, shift, is_taken, is_first, totals);
#endif
  add_on_any(count, low, high, shift, is_taken, is_first, totals);
}

void cadre_extremes(int width, size_t count, const int32_t *numbers, int32_t *low, int32_t *high) {
#if defined(__x86_64__)
  if (width == 512) return extremes_on_avx512(count, numbers, low, high);
  if (width == 256) return extremes_on_avx2(count, numbers, low, high);
#endif
  extremes_on_any(count, numbers, low, high);
}

uint32_t cadre_bits(int width, size_t count, const int32_t *numbers) {
#if defined(__x86_64__)
  if (width == 512) return bits_on_avx512(count, numbers);
  if (width == 256) return bits_on_avx2(count, numbers);
#endif
  return bits_on_any(count, numbers);
}

void cadre_narrow(int width, size_t count, const int32_t *numbers, int shift, uint8_t *bytes) {
#if defined(__x86_64__)
  if (width == 512) return narrow_on_avx512(count, numbers, shift, bytes);
  if (width == 256) return narrow_on_avx2(count, numbers, shift, bytes);
#endif
  narrow_on_any(count, numbers, shift, bytes);
}
