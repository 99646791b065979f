import Forms
import Foundation

/// Tells how each file came: by the options, or by what stands around the file.
struct Reception {
  let channel: Arrival.Channel?
  let given: CalendarDate?
  let today: CalendarDate

  /// The arrival of a file; the day is assumed when nothing says it. The scan's own time says nothing about post.
  func arrival(of path: String) -> Arrival {
    let known = given ?? folderDay(path) ?? companionDay(path)
    return Arrival(channel: channel, received: known ?? today, receivedIsAssumed: known == nil)
  }

  /// The folder's name, when it is a date.
  private func folderDay(_ path: String) -> CalendarDate? {
    CalendarDate(URL(filePath: path).standardizedFileURL.deletingLastPathComponent().lastPathComponent)
  }

  /// What `NAME.received` says, for a file `NAME.pdf`.
  private func companionDay(_ path: String) -> CalendarDate? {
    let companion = URL(filePath: path).deletingPathExtension().appendingPathExtension("received")
    guard let handle = try? FileHandle(forReadingFrom: companion), let bytes = try? handle.read(upToCount: 64) else {
      return nil
    }
    return CalendarDate(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
