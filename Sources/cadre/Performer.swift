import CLineEditor
import Foundation
import Reports
import ScenarioFiles
import Shell
import Synchronization
import WorkforceModel
import WorkforceSimulation

/// Performs the effects that the rest only describes: files, simulations, standard output and error, exit codes.
enum Performer {
  static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  // MARK: what is told

  /// Faults, warnings and notes, on standard error.
  static func tell(_ diagnostics: [Diagnostic]) {
    let known = texts.withLock { $0 }
    guard isConversing else { return standardError(DiagnosticRenderer(texts: known).render(diagnostics)) }
    let (width, isUnicode) = (screenWidth, spelling == .unicode)
    let renderer = DiagnosticRenderer(texts: known) { line in
      folded(isUnicode ? line : spelled(line), width: width, hanging: "  ")
    }
    standardError(renderer.render(diagnostics))
  }

  /// Columns of the terminal at which somebody types.
  static var screenWidth: Int {
    var (columns, rows): (Int32, Int32) = (80, 24)
    if !cle_terminal_size(STDERR_FILENO, &columns, &rows) { _ = cle_terminal_size(STDOUT_FILENO, &columns, &rows) }
    return Int(columns)
  }

  /// The text in lines that end with a word.
  /// - Parameter hanging: what all but the first begin with
  static func folded(_ text: String, width: Int, hanging: String = "") -> String {
    // What a line begins with is part of its layout.
    let begin = String(text.prefix { $0 == " " })
    let room = max(20, width - 1)
    guard DisplayWidth.of(text) > room else { return text }
    let lines = TextRenderer.lines(of: String(text.dropFirst(begin.count)), width: room - begin.count - hanging.count)
    return lines.enumerated().map { begin + ($0 > 0 ? hanging : "") + $1 }.joined(separator: "\n")
  }

  /// Texts that faults can point into.
  private static let texts = Mutex<[String: String]>([:])

  /// Makes a text one that faults can point into.
  static func know(_ text: String, as source: String) { texts.withLock { $0[source] = text } }

  // MARK: files

  /// Text that is made part by part, to a file, whole or not at all.
  static func output(to path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    do {
      try Interruption.writing {
        try AtomicFile.write(to: path, body)
      }
    } catch let failure as AtomicFile.Failure {
      throw Faults("cannot write \(path): \(failure.words)")
    }
  }

  private static let sending = Atomic<Bool>(false)
  /// Whether a program of the system is at work, which has the keyboard.
  static var isSending: Bool { sending.load(ordering: .relaxed) }

  /// A program of the system, with the text as its standard input.
  static func send(_ report: ((String) throws -> Void) throws -> Void, to program: String) throws {
    let code = try pipe(report, to: program)
    // 141: it ended because nobody read what it wrote; 130: Ctrl-C was meant for it.
    guard code == 0 || code == 141 || (code == 130 && isConversing) else {
      throw RunFailure.failed(Faults("'\(program)' ended with exit code \(code)"))
    }
  }

  /// - Returns: the program's exit code
  static func pipe(_ report: ((String) throws -> Void) throws -> Void, to program: String) throws -> Int32 {
    // It finds the terminal as any program does.
    sending.store(true, ordering: .relaxed)
    if isConversing { cle_terminal_restore() }
    defer {
      if isConversing { cle_terminal_quiet() }
      // Ctrl-C was meant for it.
      if isConversing { Interruption.settle() }
      sending.store(false, ordering: .relaxed)
    }
    // The program is not to inherit that a broken pipe is ignored here.
    signal(SIGPIPE, SIG_DFL)
    let opened = popen(program, "w")
    signal(SIGPIPE, SIG_IGN)
    guard let pipe = opened else {
      throw Faults("cannot start '\(program)': \(String(cString: strerror(errno)))")
    }
    do {
      try report { text in
        var text = text
        // That nobody reads any more is silent, as in any pipe.
        _ = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, pipe) }
      }
    } catch {
      pclose(pipe)
      throw error
    }
    let status = pclose(pipe)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  // MARK: simulations

  /// Runs a simulation, with progress on a terminal, until done or interrupted.
  /// - Parameters:
  ///   - futures: how many it simulates in all
  ///   - faults: what is wrong, in words; nil where it was interrupted
  ///   - token: says that the result is not wanted any more
  static func simulate<Result>(
    futures: Int, faults: (RunFault) -> Faults?, unless token: AbandonToken?,
    _ run: (_ isCancelled: @escaping @Sendable () -> Bool, _ progress: @escaping @Sendable (Double) -> Void) throws ->
      Result
  ) throws -> Result {
    try token?.check()
    let meter = ProgressMeter(replicates: futures)
    let isCancelled = { @Sendable in Interruption.isRequested || token?.isAbandoned == true }
    do {
      let result = try Interruption.simulating {
        try run(isCancelled) { share in if token?.isAbandoned != true { meter.show(share) } }
      }
      if token?.isAbandoned != true { meter.clear() }
      guard isCancelled() else { return result }
      throw RunFault.cancelled(done: futures)
    } catch let fault as RunFault {
      if token?.isAbandoned != true { meter.clear() }
      if let faults = faults(fault) { throw RunFailure.failed(faults) }
      guard case .cancelled(let done) = fault else { throw fault }
      if token?.isAbandoned != true { Interruption.settle() }
      throw RunFailure.interrupted(done: done, of: futures)
    }
  }

  // MARK: streams

  /// Columns of the terminal that results go to; else COLUMNS, else 100.
  static var width: Int { knownWidth ?? 100 }

  /// Nil where results go to no terminal and nobody has said how wide they may be.
  private static var knownWidth: Int? {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether pages of words are folded: for a terminal; a program wants a row on a line.
  static var folds: Bool { knownWidth != nil }

  static func standardOutput(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func standardError(_ text: String) { write(text, to: STDERR_FILENO) }

  /// A result in a conversation: Ctrl-C ends it.
  static func interruptibleOutput(_ text: String) throws {
    // In parts, because much text takes a terminal long.
    var rest = text[...]
    while !rest.isEmpty {
      if Interruption.isRequested { throw Interrupted() }
      let part = rest.prefix(4096)
      standardOutput(String(part))
      rest = rest.dropFirst(part.count)
    }
  }

  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        // Messages that nobody can read change nothing.
        if descriptor == STDERR_FILENO, errno != EAGAIN { return }
        if errno == EAGAIN {
          var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wanted, 1, 1000)
          continue
        }
        // Nobody reads any more: a broken pipe is silent.
        if errno == EPIPE { exit(0) }
        standardError("error: cannot write to standard output: \(String(cString: strerror(errno)))\n")
        exit(1)
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
