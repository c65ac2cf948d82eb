/// The futures of a run and their twins: for each replicate two futures that have the parameters in common and nothing
/// else. What differs between the two is chance; what they share is the parameters.
public struct Twins: Sendable {
  /// One of the independent standard normal numbers that the parameters are made from.
  public struct Input: Sendable {
    /// Which uncertain thing it belongs to; an index into ``Legend/groups``.
    public let group: Int
    /// By replicate.
    public let values: [Double]
  }

  /// The futures that ``Simulation/run(replicates:threads:columns:isCancelled:progress:)`` gives.
  public let ordinary: Ensemble
  /// With the same parameters, in the same order.
  public let twin: Ensemble
  public let inputs: [Input]
}
