import Foundation
import Testing

/// A pseudo-terminal: the program sees a terminal, the test sees what it shows.
final class PseudoTerminal {
  private let leader: FileHandle
  /// The program's end, to be closed once the program has it.
  let end: FileHandle

  init() throws {
    var ends: (leader: Int32, follower: Int32) = (-1, -1)
    try #require(openpty(&ends.leader, &ends.follower, nil, nil, nil) == 0)
    leader = FileHandle(fileDescriptor: ends.leader, closeOnDealloc: true)
    end = FileHandle(fileDescriptor: ends.follower, closeOnDealloc: true)
  }

  func type(_ text: String) { leader.write(Data(text.utf8)) }

  /// All that the program shows until every other end is closed; with `text`, until it shows that.
  func shown(until text: String? = nil) -> String {
    var data = Data()
    var room = [UInt8](repeating: 0, count: 4096)
    while true {
      if let text, data.range(of: Data(text.utf8)) != nil { break }
      let count = read(leader.fileDescriptor, &room, room.count)
      // The last end's closing reads as an error on Linux, as the end of file elsewhere.
      guard count > 0 else { break }
      data.append(contentsOf: room[..<count])
    }
    return String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
