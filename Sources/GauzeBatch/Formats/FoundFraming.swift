internal import Gauze

/// The framings that must have seen all of the input before a piece to find the records in it.
package enum FoundFraming: FrameFinder {
  case json(JSONFraming)
  case csv(CSVFraming)
  case text(TextFraming)

  package var cursor: FrameCursor {
    switch self {
    case .json(let finder): finder.cursor
    case .csv(let finder): finder.cursor
    case .text(let finder): finder.cursor
    }
  }

  package var needed: Int {
    switch self {
    case .json(let finder): finder.needed
    case .csv(let finder): finder.needed
    case .text(let finder): finder.needed
    }
  }

  package var isNeededFromRecord: Bool {
    switch self {
    case .json(let finder): finder.isNeededFromRecord
    case .csv(let finder): finder.isNeededFromRecord
    case .text(let finder): finder.isNeededFromRecord
    }
  }

  package var atNeeded: FoundFraming {
    switch self {
    case .json(let finder): .json(finder.atNeeded)
    case .csv(let finder): .csv(finder.atNeeded)
    case .text(let finder): .text(finder.atNeeded)
    }
  }

  /// Whether the input ended in a record of which nobody can tell where it should have ended.
  package var isLostAtEnd: Bool {
    switch self {
    case .json(let finder): finder.isLostAtEnd
    case .csv(let finder): finder.isLostAtEnd
    case .text: false
    }
  }

  package mutating func forget(_ count: Int) {
    switch self {
    case .json(var finder):
      finder.forget(count)
      self = .json(finder)
    case .csv(var finder):
      finder.forget(count)
      self = .csv(finder)
    case .text(var finder):
      finder.forget(count)
      self = .text(finder)
    }
  }

  package mutating func next(_ window: Span<UInt8>, _ end: WindowEnd) -> RecordFrame? {
    switch self {
    case .json(var finder):
      defer { self = .json(finder) }
      return finder.next(window, end)
    case .csv(var finder):
      defer { self = .csv(finder) }
      return finder.next(window, end)
    case .text(var finder):
      defer { self = .text(finder) }
      return finder.next(window, end)
    }
  }
}
