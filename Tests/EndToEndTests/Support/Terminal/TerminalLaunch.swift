#if os(Linux)
  import Foundation

  /// What starts a program on a terminal that is its controlling terminal.
  struct TerminalLaunch {
    var executable: URL
    var arguments: [String]
    var environment: [String: String]
    var directory: URL?
    var input: URL?
    var output: URL?
    var error: URL?

    // Swift's Glibc does not offer these.
    private static let startsSession: Int16 = 0x80  // POSIX_SPAWN_SETSID
    private static let setLock: UInt = 0x4004_5431  // TIOCSPTLCK
    private static let getNumber: UInt = 0x8004_5430  // TIOCGPTN
    private typealias AddFolder =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32
    private typealias AddCloseFrom =
      @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// Our end of a new terminal, and the name of the program's.
    static func terminal() throws -> (master: Int32, name: String) {
      // Tests start programs in parallel: none may inherit what belongs to another.
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
      guard master >= 0 else { throw TerminalProgram.Failure(description: "no terminal: errno \(errno)") }
      var isLocked: Int32 = 0
      var number: UInt32 = 0
      guard ioctl(master, setLock, &isLocked) == 0, ioctl(master, getNumber, &number) == 0 else {
        close(master)
        throw TerminalProgram.Failure(description: "no terminal: errno \(errno)")
      }
      return (master, "/dev/pts/\(number)")
    }

    /// Starts the program, and gives its number.
    func start(on terminal: String) throws -> pid_t {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      try add(to: &actions, terminal: terminal)
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      TerminalLaunch.set(&attributes)

      var process: pid_t = 0
      let words = ([executable.path] + arguments).map { strdup($0) } + [nil]
      let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
      defer { for pointer in words + variables { free(pointer) } }
      let fault = posix_spawn(&process, executable.path, &actions, &attributes, words, variables)
      guard fault == 0 else {
        throw TerminalProgram.Failure(description: "\(executable.path) does not start: errno \(fault)")
      }
      return process
    }

    private func add(to actions: inout posix_spawn_file_actions_t, terminal: String) throws {
      // The files are named from the folder of the tests, not the program's.
      // Opened by the leader of a session, and without O_NOCTTY, the terminal becomes the one that controls it.
      var faults = [posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)]
      faults.append(posix_spawn_file_actions_adddup2(&actions, 0, 1))
      faults.append(posix_spawn_file_actions_adddup2(&actions, 0, 2))
      if let input { faults.append(posix_spawn_file_actions_addopen(&actions, 0, input.path, O_RDONLY, 0)) }
      for (number, file) in [(Int32(1), output), (2, error)] {
        guard let file else { continue }
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        faults.append(posix_spawn_file_actions_addopen(&actions, number, file.path, flags, 0o644))
      }
      if let directory {
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else {
          throw TerminalProgram.Failure(description: "this C library starts no program in a folder")
        }
        faults.append(unsafeBitCast(symbol, to: AddFolder.self)(&actions, directory.path))
      }
      // What others in this process left open.
      if let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") {
        faults.append(unsafeBitCast(symbol, to: AddCloseFrom.self)(&actions, 3))
      }
      guard faults.allSatisfy({ $0 == 0 }) else {
        throw TerminalProgram.Failure(description: "\(executable.path) cannot be prepared: \(faults)")
      }
    }

    /// A session of its own, and every signal as a shell hands it on: threads that tests run on block and ignore some.
    private static func set(_ attributes: inout posix_spawnattr_t) {
      var (none, all) = (sigset_t(), sigset_t())
      sigemptyset(&none)
      sigfillset(&all)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setsigdefault(&attributes, &all)
      let flags = startsSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
      posix_spawnattr_setflags(&attributes, flags)
    }
  }
#endif
