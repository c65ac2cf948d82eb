import Glibc

/// Times work, in seconds.
enum Stopwatch {
  /// What work took.
  struct Timing: Encodable {
    /// By the wall.
    var wall: Double
    /// Of processors, all threads together. Where a machine is shared it says more than the wall does.
    var processor: Double
  }

  static func time<Result>(_ work: () throws -> Result) rethrows -> (timing: Timing, result: Result) {
    let (wall, processor) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
    let result = try work()
    return (Timing(wall: now(CLOCK_MONOTONIC) - wall, processor: now(CLOCK_PROCESS_CPUTIME_ID) - processor), result)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
