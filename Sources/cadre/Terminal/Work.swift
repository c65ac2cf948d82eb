import Foundation
import Shell
import Synchronization

/// A text of statements at work on a thread of its own, so that Ctrl-C brings the prompt back at once, whatever is being
/// computed. Nothing is lost by leaving it: a statement works on a copy of the session, and whoever is left behind finds
/// that nothing it shows, tells or writes is wanted any more.
final class Work: Sendable {
  private enum State {
    case running
    case ended(Session, (any Error)?)
  }

  private let state = Mutex<State>(.running)
  private let isDone = DispatchSemaphore(value: 0)
  private let token = AbandonToken()

  /// What a thread may need for scripts that read one another, in bytes.
  private static let stack = 8 << 20
  /// How long what was interrupted may take to end by itself, in milliseconds.
  private static let patience = 60
  /// The same while a file is being written, which is not left in its middle unless it takes nothing.
  private static let patienceOfFiles = 2000
  /// How often the keyboard is asked, in milliseconds.
  private static let glance = 20

  /// - Parameters:
  ///   - text: statements
  ///   - source: the name by which faults are located
  ///   - session: as it is afterwards: with what was done before a statement failed
  /// - Throws: what ``Session/run(_:source:line:arguments:keepsGoing:in:)`` throws; ``Interrupted``, with the session as
  ///   it was
  static func run(_ text: String, source: String, _ session: inout Session, in world: World) throws {
    let work = Work()
    var world = world
    world.token = work.token
    let surroundings = world
    let before = session
    let thread = Thread {
      var session = before
      do {
        try session.run(text, source: source, in: surroundings)
        work.end(.ended(session, nil))
      } catch {
        work.end(.ended(session, error))
      }
    }
    thread.stackSize = stack
    thread.start()
    try work.wait(&session)
  }

  private func end(_ state: State) {
    self.state.withLock { $0 = state }
    isDone.signal()
  }

  private func wait(_ session: inout Session) throws {
    var waited = 0
    while isDone.wait(timeout: .now() + .milliseconds(Work.glance)) == .timedOut {
      // A program that was given the result has the keyboard, and Ctrl-C is meant for it.
      guard Interruption.isRequested, !Performer.isSending else { continue }
      waited += Work.glance
      guard waited >= (Interruption.isWriting ? Work.patienceOfFiles : Work.patience) else { continue }
      token.abandon()
      throw Interrupted()
    }
    guard case .ended(let after, let error) = state.withLock({ $0 }) else {
      preconditionFailure("work that is done has an outcome")
    }
    session = after
    if let error { throw error }
  }
}

/// Says to somebody at work that the result is not wanted any more.
final class AbandonToken: Sendable {
  private let flag = Atomic<Bool>(false)

  var isAbandoned: Bool { flag.load(ordering: .relaxed) }
  func abandon() { flag.store(true, ordering: .relaxed) }
  func check() throws { if isAbandoned { throw Interrupted() } }
}
