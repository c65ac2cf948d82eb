public import Shell
import WorkforceModel

/// A session that is talked to line by line, as at the prompt.
public struct Talk {
  public var session: Session
  public let world: FakeWorld

  /// - Parameter scenario: the name of a scenario that ships, or of a file of the world
  public init(_ scenario: String? = "national-2024", files: [String: String] = [:]) throws {
    let world = FakeWorld(files: files)
    self.world = world
    session = Session(try scenario.map { try world.open($0) })
  }

  /// What a line shows, tells, and fails with: results as they are, the rest as diagnostics are rendered.
  public struct Reply {
    public var output: String
    public var told: String
    /// nil where it succeeded.
    public var fault: String?
    public var code: Int32
  }

  @discardableResult
  public mutating func say(_ line: String) -> Reply {
    var (fault, code): (String?, Int32) = (nil, 0)
    do {
      try session.run(line, source: "line", in: world)
    } catch {
      let failure = Failure(error)
      fault = failure.map { world.rendered($0.diagnostics) } ?? "\(error)"
      code = failure?.code ?? -1
    }
    return Reply(output: world.takeOutput(), told: world.rendered(world.takeTold()), fault: fault, code: code)
  }

  /// The value at a path, as `get` prints it.
  public mutating func value(_ path: String) -> String {
    let reply = say("get \(path)")
    return reply.fault ?? reply.output.split(separator: "\n").joined(separator: "|")
  }

  public var digest: String { session.current?.loaded.simulatedDigest ?? "" }
}
