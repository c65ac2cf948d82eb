/// Why futures differ; each can be switched off.
public struct SourcesOfVariation: Sendable, Hashable {
  /// Draws of events. Without them people move by expectations, as real numbers.
  public var chance: Bool
  /// Draws of uncertain numbers. Without them each stands at its mean.
  public var parameters: Bool

  public init(chance: Bool = true, parameters: Bool = true) {
    self.chance = chance
    self.parameters = parameters
  }

  /// With neither there is one path, whatever the number of replicates.
  public var isOnePath: Bool { !chance && !parameters }
}
