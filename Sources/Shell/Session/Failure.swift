public import WorkforceModel

/// Why a statement failed: what is to be told, and the exit code of a script that ends so.
public struct Failure: Sendable {
  public let diagnostics: [Diagnostic]
  public let code: Int32
  /// The command that was not used as it is meant to be; nil for any other failure.
  public let misused: CommandRecord?
  public let isMisuse: Bool

  /// Of a run that was interrupted.
  public static let interrupted: Int32 = 130
  /// Of wrong words behind a verb of the system's shell.
  public static let misuse: Int32 = 64

  /// - Parameter isLaunch: whether the words stood behind the program's own name, whose usage is told apart
  /// - Returns: nil for an error that is none of the language's
  public init?(_ error: any Error, isLaunch: Bool = false) {
    var (isMisuse, misused): (Bool, CommandRecord?) = (false, nil)
    switch error {
    case let faults as Faults: (diagnostics, code) = (faults.diagnostics, 2)
    case let misuse as Misuse:
      var told = misuse.faults.diagnostics
      if !isLaunch, let record = misuse.record, let last = told.indices.last {
        told[last].help.append("usage: \(record.usage)")
      }
      (diagnostics, code) = (told, 2)
      (isMisuse, misused) = (true, misuse.record)
    case let refuted as Refuted: (diagnostics, code) = (refuted.faults.diagnostics, 1)
    case RunFailure.failed(let faults): (diagnostics, code) = (faults.diagnostics, 1)
    case RunFailure.interrupted(let done, let all):
      diagnostics = [
        Diagnostic("interrupted after \(done) of \(all) futures; nothing was written", severity: .note)
      ]
      code = Failure.interrupted
    default: return nil
    }
    self.isMisuse = isMisuse
    self.misused = misused
  }
}
