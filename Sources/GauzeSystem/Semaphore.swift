#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets a thread sleep until another has something for it. Of a lock and a condition, which every system
/// has, where unnamed semaphores are missing on some.
package final class Semaphore: Sendable {
  private struct Parts {
    var lock = pthread_mutex_t()
    var condition = pthread_cond_t()
    var count = 0
  }

  /// Allocated here and freed with the last reference, so it holds while anybody can use it; what it
  /// points to is touched under the lock alone, after `init`.
  nonisolated(unsafe) private let parts: UnsafeMutablePointer<Parts>

  package init() {
    parts = .allocate(capacity: 1)
    parts.initialize(to: Parts())
    // With default attributes neither fails.
    pthread_mutex_init(&parts.pointee.lock, nil)
    pthread_cond_init(&parts.pointee.condition, nil)
  }

  deinit {
    pthread_cond_destroy(&parts.pointee.condition)
    pthread_mutex_destroy(&parts.pointee.lock)
    parts.deinitialize(count: 1)
    parts.deallocate()
  }

  /// Lets one `wait` return, now or later.
  package func signal() {
    pthread_mutex_lock(&parts.pointee.lock)
    parts.pointee.count += 1
    pthread_cond_signal(&parts.pointee.condition)
    pthread_mutex_unlock(&parts.pointee.lock)
  }

  /// Returns once for each `signal`.
  package func wait() {
    pthread_mutex_lock(&parts.pointee.lock)
    while parts.pointee.count == 0 {
      pthread_cond_wait(&parts.pointee.condition, &parts.pointee.lock)
    }
    parts.pointee.count -= 1
    pthread_mutex_unlock(&parts.pointee.lock)
  }
}
