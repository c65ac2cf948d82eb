/// A division into named parts, such as where the withdrawn go; parts in ascending order of their keys.
public struct PeopleSplit: Sendable {
  /// Keys, ascending by Unicode scalars.
  public let keys: [String]
  private let draws: [PeopleDraw?]
  private let shapes: [Double]?
  /// For what a Dirichlet split is drawn anew; other splits follow their parts.
  let scope: PeopleDraw.Scope

  /// Shares by key; the one that is `rest`, if any, takes what the others leave.
  public init(_ parts: [String: PeopleDraw], rest: String? = nil) {
    var all: [String: PeopleDraw?] = parts
    if let rest { all[rest] = .some(nil) }
    keys = PeopleSplit.sorted(Array(all.keys))
    draws = keys.map { all[$0] ?? nil }
    shapes = nil
    scope = parts.values.first { $0.scope != .replicate }?.scope ?? .replicate
  }

  /// Certain shares.
  public static func fixed(_ parts: [String: Double]) -> PeopleSplit { PeopleSplit(parts.mapValues { .fixed($0) }) }

  /// Everything to one part.
  public static func all(_ key: String) -> PeopleSplit { fixed([key: 1]) }

  /// Shares drawn together, with these weights.
  public static func dirichlet(_ weights: [String: Double], each scope: PeopleDraw.Scope = .replicate) -> PeopleSplit {
    PeopleSplit(weights: weights, scope: scope)
  }

  private init(weights: [String: Double], scope: PeopleDraw.Scope) {
    keys = PeopleSplit.sorted(Array(weights.keys))
    draws = []
    shapes = keys.map { weights[$0] ?? 0 }
    self.scope = scope
  }

  static func sorted(_ keys: [String]) -> [String] {
    keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// The shares of one draw, in the order of the keys.
  func sample(_ dice: inout PeopleDice) -> [Double] {
    if let shapes {
      let parts = shapes.map { dice.gamma($0) }
      let sum = parts.reduce(0, +)
      return parts.map { $0 / sum }
    }
    let stated = draws.map { $0?.sample(&dice) }
    let rest = 1 - stated.reduce(0) { $0 + ($1 ?? 0) }
    return stated.map { $0 ?? rest }
  }
}
