import Forms
import Foundation
import Testing

@testable import Reader

/// How a misbehaving document ends, and that the next one never notices.
@Suite struct OutcomeTests {
  @Test(arguments: [
    ("spin", Outcome.overran, "time"),
    ("memory", .overran, "memory"),
    ("one large allocation", .overran, "memory"),
    ("giant answer", .overran, "output"),
    ("segv", .crashed, "signal SEGV"),
    ("abort", .crashed, "signal ABRT"),
    ("exit", .crashed, "exit 3"),
    ("silence", .crashed, "answer"),
    ("answer\nnot JSON", .crashed, "answer"),
    ("answer\n{\"outcome\":\"notAForm\"}", .crashed, "answer"),
  ])
  func `a document that misbehaves has its outcome, and the next is read`(
    document: String, outcome: Outcome, reason: String
  ) throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    let server = try said("pid", by: reader)
    let reading = try read(document, by: reader)
    #expect(reading.outcome == outcome)
    #expect(reading.reason == reason)
    // The same server goes on: only the child died.
    #expect(try said("pid", by: reader) == server)
  }

  @Test func `pages claimed buy time, up to the limits`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    // Four seconds of deadline are too few for five of sleep; a page more makes eight.
    #expect(throws: ReaderError.starved) { try read("claim\n0", by: reader) }
    #expect(try said("claim\n1", by: reader) == "awake")
    #expect(try said("claim\n4000000000", by: reader) == "awake")
  }

  @Test func `a document that only waits is ended at the deadline without a verdict, and the next is read`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    let server = try said("pid", by: reader)
    #expect(throws: ReaderError.starved) { try read("sleep", by: reader) }
    #expect(try said("pid", by: reader) == server)
  }

  @Test func `a file without a byte is empty, one beyond the limit too large, and neither needs a worker`() throws {
    var settings = try quickSettings()
    settings.maximumBytes = 10
    let reader = try Reader(definition: smallForm, settings: settings)
    #expect(try read("", by: reader) == DocumentReading(outcome: .unreadable, reason: "empty"))
    #expect(try read("descriptors of", by: reader) == DocumentReading(outcome: .unreadable, reason: "tooLarge"))
  }

  @Test func `what is no regular file is our mistake`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    let null = try #require(FileHandle(forReadingAtPath: "/dev/null"))
    #expect(throws: ReaderError.notAFile) { try reader.read(null.fileDescriptor) }
  }

  @Test func `the worker that ships answers for a file that is no document`() throws {
    let reader = try Reader(definition: smallForm, settings: ReaderSettings(program: try product("guichet-reader")))
    let reading = try read("plain text", by: reader)
    #expect([.unreadable, .notAForm].contains(reading.outcome))
    #expect(reading.forms.isEmpty)
  }
}
