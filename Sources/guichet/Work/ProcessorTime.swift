import Foundation

/// Says how much processor time reading takes: that of the throw-away processes, not of the server that forks them.
enum ProcessorTime {
  /// The time, in milliseconds, that the servers launched by this thread have seen their ended children use; nil where
  /// the system does not tell. Linux counts it in steps of 10 ms.
  static func ofDocuments() -> Int? {
    // Since a job has a thread of its own, and a reader a server of its own, these are the children of one reader.
    guard let servers = try? String(contentsOfFile: "/proc/thread-self/children", encoding: .utf8) else { return nil }
    let ticks = servers.split(separator: " ").compactMap { ticksOfChildren(server: $0) }.reduce(0, +)
    return ticks * 1000 / max(1, sysconf(Int32(_SC_CLK_TCK)))
  }

  /// What was used since `before`; a server that took another's place began at nothing.
  static func since(_ before: Int?) -> Int? {
    guard let before, let now = ofDocuments() else { return nil }
    return now < before ? now : now - before
  }

  private static func ticksOfChildren(server: Substring) -> Int? {
    guard let line = try? String(contentsOfFile: "/proc/\(server)/stat", encoding: .utf8) else { return nil }
    // The second field, the program's name in brackets, may hold spaces; `cutime` and `cstime` are the 16th and 17th.
    let fields = line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ")
    guard fields.count > 15, let user = Int(fields[14]), let system = Int(fields[15]) else { return nil }
    return user + system
  }
}
