import Forms
import Foundation

/// Tells how each file came: by the options, or by what stands around the file.
struct Reception {
  let channel: Arrival.Channel?
  let given: CalendarDate?
  let today: CalendarDate

  /// The services did not exist before: an earlier day is a slip of the pen, as is one that is still to come.
  private static let earliest = CalendarDate(year: 2010, month: 1, day: 1)!

  /// Fails on a given day on which nothing can have been received.
  init(channel: Arrival.Channel?, given: CalendarDate?, today: CalendarDate) throws {
    (self.channel, self.given, self.today) = (channel, given, today)
    if let given, !isPossible(given) {
      throw Failure.usage(
        Wording(
          fr:
            "--received : rien n’a pu être reçu le \(given). Donnez un jour du \(Self.earliest) au \(today), aujourd’hui.",
          en:
            "--received: nothing can have been received on \(given). Give a day from \(Self.earliest) to \(today), today."
        ))
    }
  }

  private func isPossible(_ day: CalendarDate) -> Bool { Self.earliest <= day && day <= today }

  /// The arrival of a file; the day is assumed when nothing says it. The scan's own time says nothing about post.
  func arrival(of path: String) -> Arrival {
    let known = given ?? signs(around: path).lazy.compactMap(\.day).first
    return Arrival(channel: channel, received: known ?? today, receivedIsAssumed: known == nil)
  }

  /// What should say the day of a file and does not: a folder named by an impossible day, a companion without a day.
  func misleading(around path: String) -> [String] {
    given != nil ? [] : signs(around: path).prefix { $0.day == nil }.map(\.path)
  }

  /// What stands around a file to say its day, in the order in which it counts; no day where there is none to rely on.
  private func signs(around path: String) -> [(path: String, day: CalendarDate?)] {
    let file = URL(filePath: path)
    var signs: [(path: String, day: CalendarDate?)] = []
    let folder = file.standardizedFileURL.deletingLastPathComponent()
    if let day = CalendarDate(folder.lastPathComponent) {
      signs.append((folder.path(percentEncoded: false), isPossible(day) ? day : nil))
    }
    // `NAME.received`, for a file `NAME.pdf`.
    let companion = file.deletingPathExtension().appendingPathExtension("received").path(percentEncoded: false)
    if FileManager.default.fileExists(atPath: companion) {
      let bytes = try? FileHandle(forReadingAtPath: companion)?.read(upToCount: 64)
      let text = String(decoding: bytes ?? Data(), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      signs.append((companion, CalendarDate(text).flatMap { isPossible($0) ? $0 : nil }))
    }
    return signs
  }
}
