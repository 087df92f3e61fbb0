/// Which flag of a program's arguments stands before a password, as lists of arguments are read: a
/// program that takes one, and later its flag as an item of its own.
struct CommandFlags {
  private var flag: UInt8 = 0
  private var other: UInt8 = 0

  /// Whether the last item was that flag.
  private(set) var takes = false

  /// Notes the next item, and says whether it is a program.
  mutating func note(_ item: Span<UInt8>) -> Bool {
    takes = false
    if item.count == 2, item[0] == ASCII.minus, item[1] != 0 {
      takes = item[1] == flag || item[1] == other
      return false
    }
    if Self.p.contains(item, from: 0, to: item.count) {
      (flag, other) = (Self.letterP, 0)
    } else if Self.a.contains(item, from: 0, to: item.count) {
      (flag, other) = (ASCII.lowerA, 0)
    } else if Self.u.contains(item, from: 0, to: item.count) {
      // `curl -u jane:hunter2`, and `-U` before a proxy's.
      (flag, other) = (ASCII.lowerU, Self.capitalU)
    } else {
      return false
    }
    return true
  }

  /// Whether an item is nothing but the sign between a name and its value.
  static func isSign(_ item: Span<UInt8>) -> Bool {
    item.count == 1 && (item[0] == ASCII.equals || item[0] == ASCII.colon)
  }

  private static let letterP = ASCII.lowerN + 2
  private static let capitalU = ASCII.lowerU & ~0x20
  private static let p = WordTable(
    "sshpass mysql mysqldump mysqladmin mariadb mariadb-dump snowsql docker podman helm vsql bsqldb"
  )
  private static let a = WordTable("redis-cli valkey-cli")
  private static let u = WordTable("curl http https")
}
