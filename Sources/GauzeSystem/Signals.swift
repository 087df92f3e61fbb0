#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process does when a signal comes.
package enum Signals {
  /// Lets a crash end the process and say nothing: Swift's crash reporter would print memory, which
  /// may hold the data. Concerns the signals that the reporter listens to and `SIGSYS`; of these
  /// `SIGQUIT` alone stays ignored where it was.
  package static func restoreCrashDefaults() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS] {
      _ = signal(number, SIG_DFL)
    }
    if isIgnored(signal(SIGQUIT, SIG_DFL)) { _ = signal(SIGQUIT, SIG_IGN) }
  }

  /// Asks for no core dump: it holds memory, as the crash reporter's output does. One byte rather
  /// than none, for Linux passes a limit of 0 over where a program collects dumps (core(5)).
  package static func refuseCoreDumps() {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    #else
      let resource = RLIMIT_CORE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 1)
    _ = setrlimit(resource, &limit)
  }

  /// Lets a write beyond the process's file size limit fail as on a full disk instead of ending the
  /// process, which would leave its temporary file behind.
  package static func turnFileSizeLimitIntoError() { _ = signal(SIGXFSZ, SIG_IGN) }

  /// On `SIGINT`, `SIGTERM`, `SIGHUP` and `SIGPIPE`, removes the temporary files of uncommitted
  /// outputs and dies of that same signal, so that a shell sees what happened. A signal that the
  /// process was started to ignore (`nohup`, a background job) stays ignored.
  ///
  /// `SIGPIPE` is among them because `gauze … --rejects FILE | head` must end as quietly as any
  /// filter when `head` has seen enough, and yet leave no half-written file behind. A parent that
  /// ignores it gets `EPIPE` from the write instead.
  package static func removeTemporaryFilesOnTermination() {
    // Run once while nothing can interrupt it badly: see there.
    PendingFiles.removeAll()
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] {
      if isIgnored(signal(number, SIG_IGN)) { continue }
      _ = signal(number) { number in
        PendingFiles.removeAll()
        // Blocked until this handler returns, and then deadly.
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }

  /// Ends the process as the signal `number` would have, after removing temporary files; for who got
  /// `EPIPE` and wants its shell to see what a filter would show.
  package static func die(of number: Int32) -> Never {
    PendingFiles.removeAll()
    _ = signal(number, SIG_DFL)
    // Worker threads block most signals; this one is to come now, and on this thread.
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    _ = raise(number)
    // Not a deadly signal, then: the status that a shell would have made of one.
    exit(128 + number)
  }

  private typealias Handler = @convention(c) (Int32) -> Void

  private static func isIgnored(_ handler: Handler?) -> Bool {
    // The two values are no functions to call but numbers, compared as such.
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN as Handler?, to: Int.self)
  }
}
