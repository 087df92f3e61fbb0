#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread that runs one function and ends. No signal is handled on it: they are the main thread's.
package struct WorkerThread: Sendable {
  /// Hands the function over.
  private final class Start: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  #if canImport(Darwin)
    nonisolated(unsafe) private let handle: pthread_t
  #else
    private let handle: pthread_t
  #endif

  /// Starts a thread that runs `body`.
  package init(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
    // A thread inherits what is blocked where it is made.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let start = Unmanaged.passRetained(Start(body))
    #if canImport(Darwin)
      var made: pthread_t?
    #else
      var made = pthread_t()
    #endif
    // The thread takes over the reference, which nobody else uses.
    let code = pthread_create(&made, nil, Self.entry, start.toOpaque())
    guard code == 0 else {
      start.release()
      throw SystemError(.run, code: code)
    }
    #if canImport(Darwin)
      guard let made else { throw SystemError(.run, code: EAGAIN) }
    #endif
    handle = made
  }

  /// Waits until the function has returned. To be called once.
  package func join() { pthread_join(handle, nil) }

  #if canImport(Darwin)
    private static let entry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      {
        run($0)
        return nil
      }
  #else
    private static let entry:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        {
          if let start = $0 { run(start) }
          return nil
        }
  #endif

  private static func run(_ start: UnsafeMutableRawPointer) {
    // What `init` passed, once.
    Unmanaged<Start>.fromOpaque(start).takeRetainedValue().body()
  }
}
