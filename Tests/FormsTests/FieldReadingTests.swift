import Foundation
import Testing

@testable import Forms

struct FieldReadingTests {
  private let seen = Evidence(.widget, page: 1, box: Box(10, 20, 110, 32), text: "GUY")

  @Test func `a value without evidence cannot be built`() {
    #expect(FieldReading(value: .text("GUY"), confidence: .certain, doubtful: false, evidence: []) == nil)
    #expect(FieldReading(value: .text("GUY"), confidence: .certain, doubtful: true, evidence: []) == nil)
    #expect(FieldReading(value: .text("GUY"), confidence: .certain, doubtful: false, evidence: [seen]) != nil)
  }

  @Test func `a blank is claimed only with evidence`() {
    #expect(FieldReading(value: .nothing, confidence: .certain, doubtful: false, evidence: []) == nil)
    #expect(FieldReading.notFound.doubtful)
    #expect(FieldReading.notFound.value == .nothing)
  }

  @Test func `an answer with a value and no evidence is refused when decoded`() {
    let hostile = Data(#"{"value":"GUY","confidence":1,"doubtful":false,"evidence":[]}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(FieldReading.self, from: hostile) }
  }

  @Test func `a reading is the same after encoding and decoding`() throws {
    for value in [FieldValue.nothing, .flag(true), .text("É"), .list(["61234", "6123X"])] {
      let reading = FieldReading(value, confidence: Confidence(0.5), doubtful: true, seen: seen)
      #expect(try JSONDecoder().decode(FieldReading.self, from: JSONEncoder().encode(reading)) == reading)
    }
  }

  @Test(arguments: [(-1.0, 0.0), (2, 1), (.nan, 0), (0.25, 0.25)])
  func `a confidence lies between 0 and 1`(given: Double, held: Double) {
    #expect(Confidence(given).value == held)
  }
}

struct BoxTests {
  @Test func `a box is written as four numbers from the top-left corner`() throws {
    let json = try JSONEncoder().encode(Box(1, 2, 3.04, 4))
    #expect(String(decoding: json, as: UTF8.self) == "[1,2,3,4]")
  }

  @Test(arguments: ["[1,2,3]", "[1,2,3,4,5]", "[1,2,3,\"x\"]"])
  func `anything but four numbers is no box`(json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Box.self, from: Data(json.utf8)) }
  }

  @Test func `shrinking stops at the middle`() {
    #expect(Box(0, 0, 10, 4).grown(-100, -100) == Box(5, 2, 5, 2))
  }
}

struct CalendarDateTests {
  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026/01/01", ""])
  func `what is no day is refused`(text: String) { #expect(CalendarDate(text) == nil) }

  @Test(arguments: [("1970-01-01", 0), ("2000-03-01", 11_017), ("2026-11-21", 20_778), ("1969-12-31", -1)])
  func `days are counted from 1970`(text: String, ordinal: Int) { #expect(CalendarDate(text)?.ordinal == ordinal) }

  @Test func `a month later than the 31st is the last day of a shorter month`() {
    #expect(CalendarDate("2026-08-31")!.adding(months: -6) == CalendarDate("2026-02-28")!)
    #expect(CalendarDate("2026-01-15")!.adding(months: 14) == CalendarDate("2027-03-15")!)
  }
}

struct RegisterTests {
  private func entry(_ number: String, until: String? = nil) -> Establishment {
    Establishment(
      number: number, name: "CLSC", parent: nil, address: "", postalCode: "", region: "", category: .installation,
      validFrom: nil, validTo: until.flatMap { CalendarDate($0) })
  }

  @Test func `an entry that ends in X stands for its care units and itself`() {
    let register = Register([entry("6001X")])
    let day = CalendarDate("2026-01-01")!
    for number in ["6001X", "60010", "60018"] { #expect(register.entries(number: number, on: day).count == 1) }
    for number in ["60019", "60020", "6001"] { #expect(register.entries(number: number, on: day).isEmpty) }
  }

  @Test func `an entry that ended before the day is not found`() {
    let register = Register([entry("61234", until: "2025-12-31")])
    #expect(register.entries(number: "61234", on: CalendarDate("2026-01-01")!).isEmpty)
    #expect(register.entries(number: "61234", on: CalendarDate("2025-12-31")!).count == 1)
  }
}

struct JudgedFormTests {
  @Test func `every key of the contract is written, unknown ones as null`() throws {
    let form = JudgedForm(
      file: "a.pdf", sha256: "00", index: 0, outcome: .unreadable, reason: "empty", reading: nil,
      judgement: Judgement(findings: [], checklist: [], decision: .reject), trace: Trace(definition: "sha256:0", engines: [:]))
    let object = try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(form)) as? [String: Any])
    let keys = [
      "file", "sha256", "index", "pages", "outcome", "reason", "form", "medium", "fields", "findings", "checklist", "signatures",
      "decision", "trace",
    ]
    #expect(Set(object.keys) == Set(keys))
    #expect(object["form"] is NSNull)
  }
}
