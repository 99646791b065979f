import Forms
import Foundation
import Testing

@testable import Reader

/// What of a worker's word is believed.
@Suite struct AnswerCheckTests {
  private let check = AnswerCheck(smallForm, maximumPages: 10)

  /// A sound answer, for tests to spoil.
  private var sound: DocumentReading {
    let seen = Evidence(.widget, page: 1, box: Box(1, 2, 3, 4), text: "GUY")
    return DocumentReading(
      outcome: .read, fileType: .pdf, pageCount: 2,
      forms: [
        Reading(
          form: "small", pages: [1], medium: .acroform,
          fields: [
            "s1.name": FieldReading(.text("GUY"), confidence: .certain, doubtful: false, seen: seen),
            "s1.tick": FieldReading(.flag(true), confidence: .certain, doubtful: false, seen: seen),
            "s1.choice": FieldReading(.text("A"), confidence: .certain, doubtful: false, seen: seen),
            "s1.numbers": FieldReading(.list(["12345"]), confidence: .certain, doubtful: false, seen: seen),
          ])
      ], engines: ["poppler": "22.12"])
  }

  private func verdict(_ answer: DocumentReading) throws -> DocumentReading? {
    check.reading(of: try JSONEncoder().encode(answer))
  }

  @Test func `a sound answer passes as it is`() throws {
    #expect(try verdict(sound) == sound)
  }

  /// One way each in which an answer can lie.
  private static let lies: [(String, @Sendable (inout DocumentReading) -> Void)] = [
    ("another form", { $0.forms[0].form = "other" }),
    ("a field the form lacks", { $0.forms[0].fields["s9.password"] = .notFound }),
    ("no form although read", { $0.forms = [] }),
    (
      "a form although not read",
      {
        $0.outcome = .notAForm; $0.reason = "none"
      }
    ),
    ("a reason although read", { $0.reason = "damaged" }),
    (
      "no reason",
      {
        $0.outcome = .unreadable; $0.forms = []
      }
    ),
    (
      "a reason that is a sentence",
      {
        $0.outcome = .unreadable; $0.forms = []; $0.reason = "see\nhttp://example.org"
      }
    ),
    (
      "a crash of its own telling",
      {
        $0.outcome = .crashed; $0.forms = []; $0.reason = "signal SEGV"
      }
    ),
    ("a page past the last", { $0.forms[0].pages = [3] }),
    ("page nought", { $0.forms[0].pages = [0] }),
    ("more pages than are read", { $0.pageCount = 11 }),
    ("fewer pages than none", { $0.pageCount = -1 }),
    ("more forms than pages", { $0.forms += [$0.forms[0], $0.forms[0]] }),
    ("evidence on a page that is not there", { $0.forms[0].fields["s1.name"] = name("GUY", page: 7) }),
    ("a box beyond all paper", { $0.forms[0].fields["s1.name"] = name("GUY", box: Box(0, 0, 1e300, 1)) }),
    ("an endless text", { $0.forms[0].fields["s1.name"] = name(String(repeating: "x", count: 30_000)) }),
    ("a text in a tick box", { $0.forms[0].fields["s1.tick"] = name("GUY") }),
    ("a choice that is not offered", { $0.forms[0].fields["s1.choice"] = name("B") }),
    ("an engine's version without end", { $0.engines["poppler"] = String(repeating: "9", count: 1000) }),
    ("active content in prose", { $0.activeContent = ["<script>"] }),
    ("a form number without end", { $0.otherFormNumbers = [String(repeating: "4", count: 1000)] }),
    ("numbers of endless forms", { $0.otherFormNumbers = Array(repeating: "4346", count: 1001) }),
    ("an observation of an unknown field", { $0.forms[0].observations.corrected = ["s9.x"] }),
    (
      "a signature of no known kind",
      {
        $0.looseSignatures = [
          SignatureReading(section: nil, kind: "blood", page: 1, box: Box(0, 0, 1, 1), confidence: .certain)
        ]
      }
    ),
  ]

  private static func name(_ text: String, page: Int = 1, box: Box = Box(1, 2, 3, 4)) -> FieldReading {
    FieldReading(.text(text), confidence: .certain, doubtful: false, seen: Evidence(.text, page: page, box: box))
  }

  @Test(arguments: lies.map(\.0))
  func `an answer that lies is refused whole`(lie: String) throws {
    var answer = sound
    try #require(Self.lies.first { $0.0 == lie }).1(&answer)
    #expect(try verdict(answer) == nil)
  }

  @Test func `a field left out reads as not found`() throws {
    var answer = sound
    answer.forms[0].fields["s1.name"] = nil
    #expect(try verdict(answer)?.forms[0].fields["s1.name"] == .notFound)
  }

  @Test func `control characters are replaced and doubted`() throws {
    var answer = sound
    answer.forms[0].fields["s1.name"] = Self.name("a@example.org\r\nBcc: b\u{1B}[2J")
    let field = try #require(try verdict(answer)?.forms[0].fields["s1.name"])
    #expect(field.value == .text("a@example.org\u{FFFD}\nBcc: b\u{FFFD}[2J"))
    #expect(field.doubtful)
  }

  @Test func `a document turned away for its pages says how many there are`() throws {
    let long = DocumentReading(outcome: .overran, reason: "pages", fileType: .pdf, pageCount: 100_000)
    #expect(try verdict(long) == long)
  }

  @Test(arguments: ["", "null", "[]", "{", String(repeating: "[", count: 100_000), "{\"outcome\":\"read\"}"])
  func `what is no answer is refused`(text: String) {
    #expect(check.reading(of: Data(text.utf8)) == nil)
  }
}
