import Definitions
import Forms
import Foundation
import Testing

/// Holds the files that ship in Pipelines/ to what readings, reports and letters rely on.
@Suite struct ShippedFormTests {
  private let pipelines = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Pipelines")

  private var form: FormDefinition {
    get throws { try loadForm(at: pipelines.appending(path: "forms/acces-sel-etablissements")).definition }
  }

  @Test func `every form that ships loads without a problem`() throws {
    #expect(try loadForms(in: pipelines).map(\.definition.id).contains("acces-sel-etablissements"))
  }

  @Test func `the form has exactly the fields that readings are made of, in order`() throws {
    let ids: [FieldID] = [
      "hdr.ramqUse",
      "s1.service", "s1.app.paymentAuthorization", "s1.app.association", "s1.scope",
      "s2.sex", "s2.firstName", "s2.lastName", "s2.function", "s2.orgName", "s2.orgNumber", "s2.address",
      "s2.postalCode", "s2.phone", "s2.phoneExt", "s2.fax", "s2.email", "s2.existingUsername", "s2.commitment",
      "s2.signature", "s2.date",
      "s3.sex", "s3.firstName", "s3.lastName", "s3.role", "s3.functionText", "s3.orgName", "s3.address",
      "s3.postalCode", "s3.phone", "s3.phoneExt", "s3.fax", "s3.email", "s3.commitment", "s3.signature", "s3.date",
      "s4.registrationDate", "s4.referenceNumber", "s4.username", "s4.validity", "s4.respondentId",
      "s4.respondentSignature", "s4.respondentDate", "s4.soesSignature", "s4.soesDate",
      "s5.numbers",
    ]
    #expect(try form.fields.map(\.id) == ids)
  }

  @Test(arguments: [
    ("s1.scope", ["some", "all", "cluster"]),
    ("s2.sex", ["M", "F"]),
    ("s3.sex", ["M", "F"]),
    (
      "s3.role",
      [
        "professionalServicesDirector", "executiveDirector", "optilabRepresentative", "gmfPhysician", "gmfCoPhysician",
      ]
    ),
  ])
  func `a choice has the values that readings give`(_ id: String, _ values: [String]) throws {
    #expect(try form.field(FieldID(id))?.options.map(\.value) == values)
  }

  @Test func `only the text line of section 3 may be lacking`() throws {
    #expect(try form.fields.filter(\.optionalOnForm).map(\.id) == ["s3.functionText"])
  }

  @Test func `sections stand in order on their sides`() throws {
    let sections = try form.sections
    #expect(sections.map(\.id) == ["hdr", "s1", "s2", "s3", "s4", "s5"])
    #expect(sections.map(\.number) == ["", "1", "2", "3", "4", "5"])
    #expect(sections.map(\.side) == [.front, .front, .front, .front, .front, .back])
  }

  @Test func `the forms of other teams are the eleven that are known`() throws {
    #expect(
      try form.excludedForms == [
        "4058", "4123", "4134", "4354", "4444", "4135", "4151", "4200", "4366", "4438", "4346",
      ])
  }

  @Test func `apostrophes are curly in all that is printed or said`() throws {
    let form = try form
    let texts =
      form.printed + form.sections.flatMap { $0.headings + [$0.title.fr, $0.title.en] }
      + form.fields.flatMap { $0.labels + [$0.title.fr, $0.title.en] }
      + form.fields.flatMap(\.options).flatMap { $0.labels + [$0.title.fr, $0.title.en] }
    #expect(texts.filter { $0.contains("'") } == [])
  }

  @Test func `the report that ships is on the form that ships`() throws {
    let report = try loadReportPipeline(in: pipelines)
    #expect(report.form == "acces-sel-etablissements")
    #expect(report.period == .lastMonth)
    #expect(report.formats == [.html, .pdf, .csv, .json])
  }
}
