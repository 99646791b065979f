import Forms
import Foundation

@testable import Reader

/// A small form with a field of each kind that answers are checked for.
let smallForm = FormDefinition(
  id: "small", title: Wording(fr: "Petit formulaire", en: "Small form"), identity: [["PETIT"]],
  sections: [
    SectionDefinition(id: "s1", title: Wording(fr: "Un", en: "One"), headings: ["UN"], number: "1", side: .front)
  ],
  fields: [
    FieldDefinition(id: "s1.name", kind: .name, title: Wording(fr: "Nom", en: "Name"), labels: ["Nom"]),
    FieldDefinition(id: "s1.tick", kind: .tick, title: Wording(fr: "Case", en: "Box"), labels: ["Case"]),
    FieldDefinition(
      id: "s1.choice", kind: .choice, title: Wording(fr: "Choix", en: "Choice"), labels: ["Choix"],
      options: [.init(value: "A", labels: ["A"], title: Wording(fr: "A", en: "A"))]),
    FieldDefinition(
      id: "s1.numbers", kind: .establishmentNumbers, title: Wording(fr: "Numéros", en: "Numbers"), labels: ["Numéros"]),
  ])

/// A program that the build put beside the tests.
func product(_ name: String) throws -> String {
  let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  // The test runner is either the bundle itself or a helper of the toolchain that loads it.
  let candidates = [own] + CommandLine.arguments
  for candidate in candidates {
    let path = URL(filePath: candidate).deletingLastPathComponent().appending(path: name).path()
    if FileManager.default.isExecutableFile(atPath: path) { return path }
  }
  throw CocoaError(.fileNoSuchFile)
}

/// Settings under which every test ends within seconds.
func quickSettings(_ program: String = "misbehaving-reader") throws -> ReaderSettings {
  ReaderSettings(
    program: try product(program), memory: 512 << 20, processorBase: 1, processorPerPage: 1, processorMaximum: 4,
    maximumPages: 10, maximumAnswer: 4 << 20)
}

/// Has a reader read these bytes as a document of their own.
func read(_ text: String, by reader: Reader) throws -> DocumentReading {
  let place = FileManager.default.temporaryDirectory.appending(path: "guichet-\(UUID())")
  try Data(text.utf8).write(to: place)
  defer { try? FileManager.default.removeItem(at: place) }
  // Open for writing too, so that a child that could write would.
  let file = try FileHandle(forUpdating: place)
  defer { try? file.close() }
  return try reader.read(file.fileDescriptor)
}

/// What the misbehaving worker said of its attempt, nil when it did not get to say anything.
func said(_ attempt: String, by reader: Reader) throws -> String? {
  try read(attempt, by: reader).engines["said"]
}
