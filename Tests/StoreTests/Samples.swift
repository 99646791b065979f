import Forms
import Foundation
import Testing

@testable import Store

/// A data folder of its own, removed with the test.
final class Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "guichet-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var data: String { folder + "/data" }

  func store(_ settings: StoreSettings = sampleSettings) throws -> CaseStore {
    try CaseStore(folder: data, settings: settings)
  }

  /// Writes a file beside the data folder and answers its path.
  func write(_ text: String, to name: String = "form.pdf") throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}

let sampleSettings = StoreSettings(
  maximumBytes: 10_000_000, busyTimeout: 5, timeZone: TimeZone(identifier: "America/Toronto")!)

let day = CalendarDate(year: 2026, month: 10, day: 1)!
/// 1 October 2026, 12:00 UTC.
let noon = Date(timeIntervalSince1970: 1_790_856_000)

func delivery(_ identity: String = "first", name: String = "form.pdf", received: CalendarDate = day) -> Delivery {
  Delivery(
    identity: identity, arrival: Arrival(channel: .email, received: received, receivedIsAssumed: false), name: name,
    sender: "sender@example.org", source: "/in/" + name)
}

func sampleReading(firstName: String = "GUY") -> Reading {
  let box = Box(110, 131, 320, 146)
  return Reading(
    form: "sample", edition: "2026-04", pages: [1, 2], medium: .acroform,
    fields: [
      "s2.firstName": FieldReading(
        .text(firstName), confidence: Confidence(0.8), doubtful: true,
        seen: Evidence(.widget, page: 1, box: box, text: firstName)),
      "s2.fax": .notFound,
    ])
}

func sampleDocument(forms: Int = 1) -> DocumentReading {
  DocumentReading(
    outcome: .read, fileType: .pdf, pageCount: 2 * forms, forms: Array(repeating: sampleReading(), count: forms),
    activeContent: ["javascript"], engines: ["poppler": "22.12.0"])
}

func judgement(_ decision: Decision) -> Judgement {
  let severity: Severity? = [.reject: .reject, .review: .clerk, .accept: nil][decision] ?? nil
  let findings = severity.map {
    [Finding(rule: "EML-04", severity: $0, fields: ["s2.email"], message: Wording(fr: "Manquant", en: "Missing"))]
  }
  return Judgement(findings: findings ?? [], checklist: [], decision: decision)
}

func judged(_ work: Work, index: Int = 0, _ decision: Decision = .review) -> JudgedForm {
  JudgedForm(
    file: work.name, sha256: work.digest.hex, index: index, outcome: .read, reason: nil, reading: sampleReading(),
    judgement: judgement(decision), trace: Trace(definition: "sha256:0", engines: ["poppler": "22.12.0"]))
}

extension CaseStore {
  func takeIn(path: String, _ delivery: Delivery = delivery(), now: Date = noon) throws -> Receipt {
    try takeIn(OpenFile(reading: path), delivery, now: now)
  }

  /// One case in the queue, made the whole way.
  func fileOne(_ scratch: Scratch, _ decision: Decision = .review, text: String = "%PDF one") throws -> CaseNumber {
    _ = try takeIn(path: scratch.write(text))
    let reader = try worker(named: "reader")
    let work = try #require(try claimWork(worker: reader, now: noon, lease: 60))
    return try finish(work, document: sampleDocument(), forms: [judged(work, decision)], now: noon)[0]
  }
}
