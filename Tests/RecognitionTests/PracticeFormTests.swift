import Definitions
import Foundation
import Testing

@testable import Forms
@testable import Recognition

struct PracticeFormTests {
  @Test func `the form made up to warm the worker is read as a whole fillable form`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let definition = try loadForm(at: root.appending(path: "Pipelines/forms/acces-sel-etablissements")).definition
    var reader = Recognition.DocumentReader(definition: definition)
    let reading = reader.warmUp()
    #expect(reading.outcome == .read)
    let form = try #require(reading.forms.first)
    #expect(form.medium == .acroform)
    for field in definition.fields { #expect(!form[field.id].evidence.isEmpty, "\(field.id)") }
    #expect(form["s2.firstName"].value == .text("Essai"))
  }
}
