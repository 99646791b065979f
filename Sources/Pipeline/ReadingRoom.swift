import Forms
import Foundation
import Reader

/// Where the jobs of a command that keeps nothing for later read side by side, and where one may ask to read alone.
package struct ReadingRoom: Sendable {
  private let queue = DispatchQueue(label: "guichet.room", attributes: .concurrent)

  package init() {}

  /// Makes a reading that has a second try: a document that lacked processor time is read again at once, while the other
  /// jobs wait, and has overrun when that does not help.
  package func patient(_ read: @escaping ReadDocument) -> ReadDocument {
    { [queue] descriptor in
      do {
        return try queue.sync { try read(descriptor) }
      } catch ReaderError.starved {
        do {
          return try queue.sync(flags: .barrier) { try read(descriptor) }
        } catch ReaderError.starved {
          return DocumentReading(outcome: .overran, reason: "deadline")
        }
      }
    }
  }
}
