import Foundation
import Testing

@Suite struct ToolTests {
  let guichet: Guichet

  init() throws { guichet = try Guichet() }

  @Test func `an evaluation counts what is wrong, names it and shows no value`() throws {
    for name in ["acroform-plain.pdf", "acroform-plain.expected.json"] { _ = try guichet.copy(name, into: "e") }
    let path = guichet.folder + "/e/acroform-plain.expected.json"
    let truth = try Data(contentsOf: URL(filePath: path))
    var expected = try #require(try JSONSerialization.jsonObject(with: truth) as? [String: Any])
    let right = try evaluation()
    #expect((right["wrong"] as? [Any])?.isEmpty == true)
    #expect(proportion(right, "exact")?["count"] as? Int == 46)
    #expect(abs((proportion(right, "exact")?["low"] as? Double ?? 0) - 0.9229) < 0.0005)
    expected["s2.lastName"] = "ZZYZX"
    try JSONSerialization.data(withJSONObject: expected).write(to: URL(filePath: path))
    let wrong = try evaluation()
    let miss = try #require((wrong["wrong"] as? [[String: Any]])?.first)
    #expect(miss["field"] as? String == "s2.lastName" && miss["expected"] == nil)
    #expect(proportion(wrong, "wrongButSure")?["count"] as? Int == 1)
    let seen = try guichet.run(["evaluate", guichet.folder + "/e"])
    #expect(seen.output.contains("s2.lastName") && !seen.output.contains("ZZYZX"))
    #expect(try guichet.run(["evaluate", "--values", guichet.folder + "/e"]).output.contains("ZZYZX"))
  }

  @Test func `an evaluation counts every field once, and a form not found as wrong but doubtful`() throws {
    for name in ["acroform-plain.pdf", "acroform-plain.expected.json"] { _ = try guichet.copy(name, into: "e") }
    _ = try guichet.copy("acroform-plain.expected.json", into: "e", as: "broken.expected.json")
    _ = try guichet.write("no form at all", to: "e/broken.pdf")
    let found = try evaluation()
    let unread = try #require((found["unread"] as? [[String: Any]])?.first)
    #expect((unread["file"] as? String)?.hasSuffix("broken.pdf") == true)
    #expect(unread["outcome"] as? String == "unreadable" && found["formsNotFound"] as? Int == 1)
    #expect(proportion(found, "exact")?["count"] as? Int == 46 && proportion(found, "exact")?["total"] as? Int == 92)
    #expect(proportion(found, "sure")?["count"] as? Int == 46)
    #expect(proportion(found, "wrongButSure")?["count"] as? Int == 0)
    for part in ["kinds", "contents", "media"] {
      let lines = try #require(found[part] as? [String: [String: [String: Any]]])
      #expect(lines.values.compactMap { $0["exact"]?["total"] as? Int }.reduce(0, +) == 92, "\(part)")
    }
    let bands = try #require(found["reliability"] as? [[String: Any]])
    let totals = bands.compactMap { ($0["exact"] as? [String: Any])?["total"] as? Int }
    #expect(totals.reduce(0, +) == 92 && totals.first == 46)
    let text = try guichet.run(["evaluate", guichet.folder + "/e"]).output
    #expect(text.contains("broken.pdf") && !text.contains("s2.lastName"))
    #expect(try guichet.run(["evaluate", "--doubtful", guichet.folder + "/e"]).output.contains("s2.lastName"))
  }

  private func evaluation() throws -> [String: Any] {
    try #require(try guichet.run(["evaluate", "--json", guichet.folder + "/e"]).objects().first)
  }

  private func proportion(_ evaluation: [String: Any], _ name: String) -> [String: Any]? {
    (evaluation["total"] as? [String: Any])?[name] as? [String: Any]
  }

  @Test func `settings say where each came from`() throws {
    let run = try guichet.run(["settings", "--json", "--jobs", "3"], environment: ["GUICHET_LANGUAGE": "en"])
    let lines = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let origins = Dictionary(uniqueKeysWithValues: lines.map { ($0["name"] as? String ?? "", $0["origin"] as? String) })
    #expect(origins["jobs"] == "option" && origins["data"] == "environment" && origins["pipelines"] == "standard")
    #expect(origins["language"] == "environment" && origins["register"] == "standard")
  }

  @Test func `a doctor names what is missing and changes nothing`() throws {
    let run = try guichet.run(["doctor", "--json"], environment: ["TESSDATA_PREFIX": "/nonexistent"])
    #expect(run.status == 69)
    let findings = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let bad = findings.filter { $0["health"] as? String == "bad" }
    for package in ["tesseract-ocr-fra", "tesseract-ocr-script-latn"] {
      #expect(bad.contains { ($0["remedy"] as? String)?.contains(package) == true })
    }
    #expect(!FileManager.default.fileExists(atPath: guichet.data))
  }

  @Test func `a doctor reads back how the database commits`() throws {
    _ = try guichet.processed("acroform-plain.pdf")
    let run = try guichet.run(["doctor", "--json"])
    let findings = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let durability = try #require(findings.first { ($0["detail"] as? String)?.contains("synchronous=") == true })
    #expect(durability["health"] as? String == "good")
    #expect((durability["detail"] as? String)?.contains("journal_mode=wal, synchronous=2") == true)
  }

  @Test func `a doctor tells of a lost database and of originals without a case`() throws {
    _ = try guichet.processed("acroform-plain.pdf")
    let stray = guichet.data + "/originals/ab/" + String(repeating: "cd", count: 31)
    try FileManager.default.createDirectory(
      atPath: guichet.data + "/originals/ab", withIntermediateDirectories: true)
    try Data("%PDF".utf8).write(to: URL(filePath: stray))
    let whole = try guichet.run(["doctor", "--integrity"])
    #expect(whole.output.contains("1\u{A0}original sans dossier") && whole.output.contains("guichet process"))
    for end in ["", "-wal", "-shm"] { unlink(guichet.data + "/guichet.sqlite" + end) }
    let lost = try guichet.run(["doctor"])
    #expect(lost.status == 69 && lost.output.contains("manque, alors que des originaux"))
    #expect(try guichet.run(["queue", "list"]).status == 69)
  }

  @Test func `a form's mistakes are shown with their places`() throws {
    let pipelines = guichet.folder + "/Pipelines"
    try FileManager.default.copyItem(atPath: Guichet.pipelines, toPath: pipelines)
    let form = pipelines + "/forms/acces-sel-etablissements"
    #expect(try guichet.run(["form", "check", form, "--no-samples"]).status == 0)
    let path = form + "/form.yaml"
    try Data((try String(contentsOfFile: path, encoding: .utf8) + "\nbogus: 1\n").utf8).write(to: URL(filePath: path))
    let run = try guichet.run(["form", "check", form, "--no-samples"])
    #expect(run.status == 78 && run.output.contains("form.yaml:") && run.output.contains("bogus"))
  }

  @Test func `what is no form's folder is said in the language in force`() throws {
    for arguments in [["form", "check", "/nonexistent"], ["check", "--pipelines", "/nonexistent", "a.pdf"]] {
      let run = try guichet.run(arguments)
      #expect(run.status == 78 && run.errors.contains("/nonexistent") && run.errors.lowercased().contains("nommez"))
      #expect(run.output.isEmpty && !run.errors.contains("There is no"))
      #expect(try guichet.run(arguments + ["--language", "en"]).errors.contains("There is no"))
    }
  }

  @Test func `a file where a folder is to be written is called a file`() throws {
    _ = try guichet.processed("rule-eml-04.pdf")
    let file = try guichet.write("", to: "sortie")
    let run = try guichet.run(["letter", "G-2026-000001", "--output", file])
    #expect(run.status == 73 && run.errors.contains("est un fichier, et non un répertoire"))
  }

  @Test func `a form's samples are read and judged`() throws {
    for kind in ["pdf", "case.json", "expected.json"] { _ = try guichet.copy("rule-eml-04.\(kind)", into: "s") }
    let form = Guichet.pipelines + "/forms/acces-sel-etablissements"
    let arguments = ["form", "check", form, "--samples", guichet.folder + "/s", "--register", Guichet.register]
    let good = try guichet.run(arguments)
    #expect(good.status == 0, "\(good.output)")
    let path = guichet.folder + "/s/rule-eml-04.case.json"
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing("EML-04", with: "EML-06")
    try Data(text.utf8).write(to: URL(filePath: path))
    let bad = try guichet.run(arguments)
    #expect(bad.status == 78 && bad.output.contains("EML-04") && bad.output.contains("EML-06"))
  }
}
