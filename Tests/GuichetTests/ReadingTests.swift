import Foundation
import Testing

@Suite struct ReadingTests {
  let guichet: Guichet

  init() throws { guichet = try Guichet() }

  static let keys: Set = [
    "file", "sha256", "index", "pages", "outcome", "reason", "form", "medium", "fields", "signatures", "trace",
  ]

  @Test func `check writes one object a form with every key of the contract`() throws {
    let files = ["rule-eml-04.pdf", "several-forms-email.pdf"].map { Guichet.samples + $0 }
    let run = try guichet.run(
      ["check", "--json", "--register", Guichet.register, "--received", "2026-06-07", "--channel", "email"] + files)
    #expect(run.status == 0)
    let objects = try run.objects()
    #expect(objects.map { $0["file"] as? String } == [files[0], files[1], files[1]])
    #expect(objects.map { $0["index"] as? Int } == [0, 0, 1])
    for object in objects {
      #expect(Set(object.keys) == Self.keys.union(["findings", "checklist", "decision"]))
      #expect(object["outcome"] as? String == "read" && object["reason"] is NSNull)
      #expect((object["form"] as? [String: Any])?["id"] as? String == "acces-sel-etablissements")
      let fields = try #require(object["fields"] as? [String: [String: Any]])
      #expect(fields.count == 46)
      for field in fields.values { #expect(Set(field.keys) == ["value", "confidence", "doubtful", "evidence"]) }
    }
    #expect(objects[0]["decision"] as? String == "reject")
    let findings = try #require(objects[0]["findings"] as? [[String: Any]])
    let finding = try #require(findings.first { $0["rule"] as? String == "EML-04" })
    #expect(Set(finding.keys) == ["rule", "severity", "fields", "message"])
    #expect(finding["fields"] as? [String] == ["s2.email", "s3.email"])
  }

  @Test func `read judges nothing`() throws {
    let run = try guichet.run(["read", "--json", Guichet.samples + "rule-eml-04.pdf"])
    #expect(try run.objects().map { Set($0.keys) } == [Self.keys])
  }

  @Test func `a file without a form gives an object too`() throws {
    let run = try guichet.run(["check", "--json", Guichet.hostile + "empty.pdf", Guichet.hostile + "not-this-form.pdf"])
    let objects = try run.objects()
    #expect(run.status == 0)
    #expect(objects.map { $0["outcome"] as? String } == ["unreadable", "notAForm"])
    #expect(objects[0]["reason"] as? String == "empty" && objects[0]["form"] is NSNull)
    #expect((objects[0]["fields"] as? [String: Any])?.isEmpty == true)
  }

  @Test func `every hostile file ends in the outcome that its case names`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Guichet.hostile)
    let files = names.filter { !$0.hasSuffix(".json") }.sorted()
    let objects = try guichet.run(["read", "--json"] + files.map { Guichet.hostile + $0 }).objects()
    for file in files {
      let stem = String(file.prefix { $0 != "." })
      let written = try Data(contentsOf: URL(filePath: Guichet.hostile + stem + ".case.json"))
      let wanted = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
      let object = try #require(objects.first { ($0["file"] as? String)?.hasSuffix("/" + file) == true })
      #expect(object["outcome"] as? String == wanted["outcome"] as? String, "\(file)")
      if let reason = wanted["reason"] as? String { #expect(object["reason"] as? String == reason, "\(file)") }
    }
  }

  @Test func `people see fields by section, findings and the proposal, without colour in a pipe`() throws {
    let run = try guichet.run(
      ["check", "--received", "2026-06-07", Guichet.samples + "rule-eml-04.pdf"], environment: ["TERM": "xterm"])
    #expect(run.output.contains("2. Utilisateur"))
    #expect(run.output.contains("D'ASTOUS"))
    #expect(run.output.contains("EML-04"))
    #expect(run.output.contains("retourner"))
    #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
  }

  @Test func `English is for those who ask`() throws {
    let run = try guichet.run(
      ["check", "--brief", "--language", "en", "--received", "2026-06-07", Guichet.samples + "rule-eml-04.pdf"])
    #expect(run.output.contains("Proposal: return") && !run.output.contains("Proposition"))
  }

  @Test func `results come in the order of the arguments, whatever the jobs`() throws {
    let files = (0..<8).flatMap { _ in ["scan-front-jpeg.jpg", "acroform-plain.pdf"] }.prefix(5).map {
      Guichet.samples + $0
    }
    let run = try guichet.run(["read", "--json", "--jobs", "3"] + files)
    #expect(try run.objects().map { $0["file"] as? String } == files)
  }

  @Test func `an assumed day of reception is said, and a folder or a companion file tells it`() throws {
    let loose = try guichet.copy("acroform-plain.pdf")
    #expect(try guichet.run(["check", "--brief", loose]).errors.contains("présumé"))
    _ = try guichet.write("2026-06-07\n", to: "acroform-plain.received")
    #expect(try guichet.run(["check", "--brief", loose]).errors.isEmpty)
    let dated = try guichet.copy("acroform-plain.pdf", into: "2026-06-07")
    #expect(try guichet.run(["check", "--brief", dated]).errors.isEmpty)
  }

  @Test func `what strangers wrote cannot steer the terminal`() throws {
    let file = try guichet.copy("acroform-plain.pdf", as: "a\u{1B}[2J\u{202E}b.pdf")
    let run = try guichet.run(["read", file])
    #expect(run.status == 0 && !run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
  }
}
