internal import Gauze
internal import GauzeSystem
internal import Synchronization

// Chunks go round a ring of slots, in the order of the input:
//
//     slots      [ 4 ][ 5 ][ 2 ][ 3 ]        a slot is filled, worked on, emptied, filled again
//                            ^ head: the oldest, whose results are written next
//     next = 5                               which chunk the next idle worker takes
//
// Whoever has a slot holds its lock; that it is only ever one is settled by the semaphores. Workers take
// chunks in order, so the oldest is always with one; one whose results are full waits until they were
// taken, which is the oldest's turn first. So nothing waits in a circle.

/// A place of the ring.
final class Slot: Sendable {
  let chunk: Mutex<Chunk>
  /// There are results: all of the chunk's, or as many as it holds.
  let hasResults = Semaphore()
  /// Results were taken, and the chunk is not done.
  let isEmptied = Semaphore()

  init(_ plan: Plan) { chunk = Mutex(Chunk(Tally(plan))) }
}

/// What workers share.
private final class Ring: Sendable {
  let slots: [Slot]
  let hasChunk = Semaphore()
  private let next = Atomic<Int>(0)
  private let isStopping = Atomic<Bool>(false)

  init(_ slots: [Slot]) { self.slots = slots }

  /// What a worker does until the pool goes.
  func serve(_ worker: RecordWorker) {
    var worker = worker
    while true {
      hasChunk.wait()
      if isStopping.load(ordering: .acquiring) { return }
      let number = next.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
      let slot = slots[number % slots.count]
      while !slot.chunk.withLock({ worker.workPart(of: &$0) }) {
        slot.hasResults.signal()
        slot.isEmptied.wait()
        if isStopping.load(ordering: .acquiring) { return }
      }
      slot.hasResults.signal()
    }
  }

  func stop(_ count: Int) {
    isStopping.store(true, ordering: .releasing)
    for _ in 0..<count { hasChunk.signal() }
    for slot in slots { slot.isEmptied.signal() }
  }
}

/// Workers on threads of their own, and the ring of chunks between them and who reads and writes.
struct WorkerPool: ~Copyable, Sendable {
  private let ring: Ring
  private let threads: [WorkerThread]
  private var filled = 0
  private var emptied = 0

  /// Starts `count` workers, or as many as the system lets; nil if that is none.
  init?(_ count: Int, _ worker: RecordWorker) {
    // As many again as are worked on wait, filled or to be emptied.
    let slots = (0..<2 * count).map { _ in Slot(worker.sanitizer.plan) }
    let ring = Ring(slots)
    var threads: [WorkerThread] = []
    for _ in 0..<count {
      guard let thread = try? WorkerThread({ ring.serve(worker) }) else { break }
      threads.append(thread)
    }
    guard !threads.isEmpty else { return nil }
    self.ring = ring
    self.threads = threads
  }

  deinit {
    ring.stop(threads.count)
    for thread in threads { thread.join() }
  }

  /// How many workers there are.
  var count: Int { threads.count }

  /// Whether a slot is free to be filled.
  var hasRoom: Bool { filled - emptied < ring.slots.count }

  /// The slot to fill next, if there is room.
  var free: Slot { ring.slots[filled % ring.slots.count] }

  /// Gives the slot that was filled to the workers.
  mutating func submit() {
    filled += 1
    ring.hasChunk.signal()
  }

  /// The oldest slot that was given to them; nil if all were emptied.
  var oldest: Slot? { filled > emptied ? ring.slots[emptied % ring.slots.count] : nil }

  /// Takes the oldest slot back: it is done and emptied.
  mutating func retire() { emptied += 1 }
}
