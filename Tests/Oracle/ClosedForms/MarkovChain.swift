/// The textbook chain of manpower planning: each of a fixed number of people moves between states with the same
/// probabilities every month, independently. Numbers in the states are multinomial.
public struct MarkovChain: Sendable {
  /// Probability of going from one state (row) to another (column); what a row lacks to 1 leaves.
  public let transitions: [[Double]]

  /// A chain; rows sum to 1 at most.
  public init(_ transitions: [[Double]]) {
    precondition(transitions.allSatisfy { $0.count == transitions.count && $0.reduce(0, +) < 1 + 1e-12 })
    self.transitions = transitions
  }

  /// Where one person is after some steps, having been in `state`.
  public func distribution(from state: Int, steps: Int) -> [Double] {
    var now = transitions.indices.map { $0 == state ? 1.0 : 0 }
    for _ in 0..<steps {
      now = transitions.indices.map { column in zip(now, transitions).reduce(0) { $0 + $1.0 * $1.1[column] } }
    }
    return now
  }

  /// Numbers in one state after some steps, of so many at first in each: Σ n p and Σ n p (1 − p).
  public func moments(in state: Int, opening: [Int], steps: Int) -> Moments {
    zip(opening, transitions.indices).reduce(.zero) { sum, start in
      let share = distribution(from: start.1, steps: steps)[state]
      return sum + GroupSize.fixed(start.0).moments(first: share, second: share)
    }
  }

  /// Covariance of the numbers in two different states: −Σ n p q.
  public func covariance(_ first: Int, _ second: Int, opening: [Int], steps: Int) -> Double {
    zip(opening, transitions.indices).reduce(0) { sum, start in
      let shares = distribution(from: start.1, steps: steps)
      return sum - Double(start.0) * shares[first] * shares[second]
    }
  }
}
