public import WorkforceModel

/// How many months earlier or later something happens in B than in A.
public enum DateShift: Sendable, Equatable {
  /// B − A: below 0 is earlier.
  case months(Int)
  /// Not in B within the months looked at: later by at least so many months.
  case laterByAtLeast(Int)
  /// Not in A within them: earlier by at least so many months.
  case earlierByAtLeast(Int)
  /// In neither.
  case unknown

  /// - Parameter last: the last month looked at
  public init(from a: Month?, to b: Month?, last: Month) {
    switch (a, b) {
    case (let a?, let b?): self = .months(b - a)
    case (let a?, nil): self = .laterByAtLeast(last + 1 - a)
    case (nil, let b?): self = .earlierByAtLeast(last + 1 - b)
    case (nil, nil): self = .unknown
    }
  }
}
