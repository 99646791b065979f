import Definitions
import Foundation
import Testing

@testable import Forms
@testable import Recognition

/// The repository's folder, from this file's place in it.
private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let samples = root.appending(path: "SampleForms/acces-sel-etablissements")

/// What a sample's `.case.json` says of it.
private struct SampleCase: Decodable {
  var outcome: String
  var reason: String?
  var medium: String?
}

struct Sample: CustomTestStringConvertible, Sendable {
  var name: String
  var file: URL
  var testDescription: String { name }

  /// Samples of a folder whose case says so, by name.
  fileprivate static func all(in folder: URL, where isWanted: (SampleCase) -> Bool) -> [Sample] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".case.json") }.sorted().compactMap { caseName in
      let stem = String(caseName.dropLast(".case.json".count))
      guard let data = try? Data(contentsOf: folder.appending(path: caseName)),
        let sample = try? JSONDecoder().decode(SampleCase.self, from: data), isWanted(sample),
        let name = names.first(where: { $0.hasPrefix(stem + ".") && !$0.hasSuffix(".json") })
      else { return nil }
      return Sample(name: stem, file: folder.appending(path: name))
    }
  }

  static let typed = all(in: samples) { $0.outcome == "read" && ["acroform", "flattened"].contains($0.medium) }
  static let scanned = all(in: samples) { $0.outcome == "read" && $0.medium == "scan" }

  /// Forms that other programs drew and filled in, with their truths only.
  static let foreign: [Sample] = {
    let folder = root.appending(path: "SampleForms/other-programs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".pdf") }.sorted().map { Sample(name: String($0.dropLast(4)), file: folder.appending(path: $0)) }
  }()

  func expected() throws -> [[FieldID: FieldValue]] {
    let data = try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("expected.json"))
    let decoder = JSONDecoder()
    if let one = try? decoder.decode([FieldID: FieldValue].self, from: data) { return [one] }
    return try decoder.decode([[FieldID: FieldValue]].self, from: data)
  }
}

struct SampleTests {
  static let definition = Result { try loadForm(at: root.appending(path: "Pipelines/forms/acces-sel-etablissements")).definition }

  private func read(_ sample: Sample) throws -> Forms.DocumentReading {
    var reader = Recognition.DocumentReader(definition: try Self.definition.get())
    return reader.read([UInt8](try Data(contentsOf: sample.file)))
  }

  @Test func `there are samples of every kind`() {
    #expect(Sample.typed.count >= 40)
    #expect(Sample.scanned.count >= 10)
    #expect(Sample.foreign.count >= 40)
  }

  @Test(arguments: Sample.typed)
  func `every field of a typed form is read exactly`(sample: Sample) throws {
    let (reading, expected) = (try read(sample), try sample.expected())
    #expect(reading.outcome == .read)
    try #require(reading.forms.count == expected.count)
    for (form, truth) in zip(reading.forms, expected) {
      for (id, value) in truth { #expect(form[id].value == value, "\(id)") }
    }
  }

  @Test(arguments: Sample.foreign)
  func `a typed form of another program is read exactly, but for a field or two in doubt`(sample: Sample) throws {
    let (reading, expected) = (try read(sample), try sample.expected())
    try #require(reading.outcome == .read && reading.forms.count == 1 && expected.count == 1)
    let wrong = expected[0].filter { reading.forms[0][$0.key].value != $0.value }.keys.sorted()
    #expect(wrong.count <= 1, "\(wrong)")
    for id in wrong { #expect(reading.forms[0][id].doubtful, "\(id)") }
  }

  @Test(arguments: Sample.scanned)
  func `a scanned form is found, every field answered, and none claimed wrongly`(sample: Sample) throws {
    let (reading, expected) = (try read(sample), try sample.expected())
    #expect(reading.outcome == .read)
    let definition = try Self.definition.get()
    for form in reading.forms {
      #expect(form.medium == .scan)
      #expect(Set(form.fields.keys) == Set(definition.fields.map(\.id)))
      // No e-mail address read from a picture is claimed, whatever it reads.
      for id in ["s2.email", "s3.email"] as [FieldID] { #expect(form[id].doubtful || form[id].value.isBlank) }
    }
    try #require(reading.forms.count == expected.count)
    for (form, truth) in zip(reading.forms, expected) {
      for (id, value) in truth where !form[id].doubtful { #expect(form[id].value == value, "\(id)") }
    }
  }
}
