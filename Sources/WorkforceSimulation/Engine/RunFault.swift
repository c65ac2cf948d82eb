/// Why a run could not go on. A run never clamps: what cannot be is a fault, and names the replicate.
public enum RunFault: Error, Equatable, Sendable {
  case cancelled(done: Int)
  /// A rule's level came to more than 100 % in a replicate.
  case probabilityAboveOne(stock: Int, replicate: Int, month: Int, level: Double)
  /// Known joiners by month do not fit the people of their band: more of them, or other than all where every month is
  /// known.
  case moreJoinersThanPeople(stock: Int, replicate: Int)
  /// A draw of an uncertain number came to something that is no number in use.
  case valueOutOfRange(parameter: Int, replicate: Int, value: Double)
  /// More people than can be counted.
  case tooManyPeople(replicate: Int)
}
