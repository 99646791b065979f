import Foundation
import Testing

@Suite struct QueueTests {
  let guichet: Guichet

  init() throws { guichet = try Guichet() }

  @Test func `a refusal is accepted only by who holds it, and with a reason`() throws {
    let number = try #require(try guichet.processed("rule-eml-04.pdf").first)
    #expect(try guichet.run(["queue", "claim", number, "--as", "Marie"]).status == 0)
    let stranger = try guichet.run(["queue", "accept", number, "--as", "Jean", "--because", "oui"])
    #expect(stranger.status == 1 && stranger.errors.contains("Marie"))
    let silent = try guichet.run(["queue", "accept", number, "--as", "Marie"])
    #expect(silent.status == 64 && silent.errors.contains("--because"))
    let accepted = try guichet.run(["queue", "accept", number, "--as", "Marie", "--because", "Vérifié.", "--json"])
    #expect(try accepted.objects().first?["state"] as? String == "accepted")
    #expect(try guichet.run(["queue", "list"]).output.isEmpty)
    #expect(try guichet.run(["queue", "list", "--all", "--json"]).lines.count == 1)
    #expect(try guichet.run(["letter", number]).status == 1)
  }

  @Test func `a correction keeps the old value and is judged again`() throws {
    let number = try #require(try guichet.processed("rule-eml-04.pdf").first)
    let before = try shown(number)
    #expect(rules(before).contains("EML-04"))
    let corrected = try guichet.run([
      "queue", "correct", number, "s2.email", "melanie.dastous2@cisss.example.org", "--as", "Marie", "--register",
      Guichet.register,
    ])
    #expect(corrected.status == 0, "\(corrected.errors)")
    let after = try shown(number)
    #expect(!rules(after).contains("EML-04"))
    let change = try #require((after["corrections"] as? [[String: Any]])?.first)
    #expect(change["field"] as? String == "s2.email")
    #expect((change["old"] as? String)?.uppercased() == "MELANIE.DASTOUS@CISSS.EXAMPLE.ORG")
    #expect(try guichet.run(["queue", "release", number, "--as", "Marie"]).status == 0)
    #expect((try shown(number)["case"] as? [String: Any])?["state"] as? String == "waiting")
  }

  @Test(arguments: [
    ["s2.sex", "Z"], ["s1.app.association", "peut-être"], ["s2.nothing", "x"], ["s2.signature", "grande"], ["s2.fax"],
  ])
  func `a value that the field cannot hold is refused`(words: [String]) throws {
    let number = try #require(try guichet.processed("rule-eml-04.pdf").first)
    #expect(try guichet.run(["queue", "correct", number] + words + ["--as", "Marie"]).status == 64)
    #expect((try shown(number)["corrections"] as? [Any])?.isEmpty == true)
  }

  @Test func `returning a form against which nothing was found needs words, which its letter bears`() throws {
    let number = try #require(try guichet.processed("acroform-plain.pdf", received: "2026-07-30").first)
    let form = try #require(try shown(number)["form"] as? [String: Any])
    let findings = try #require(form["findings"] as? [[String: Any]])
    try #require(findings.allSatisfy { $0["severity"] as? String == "info" }, "\(findings)")
    let silent = try guichet.run(["queue", "return", number, "--as", "Marie"])
    #expect(silent.status == 64 && silent.errors.contains("--because"))
    let words = "La personne a retiré sa demande."
    #expect(try guichet.run(["queue", "return", number, "--as", "Marie", "--because", words]).status == 0)
    let letter = try guichet.run(["letter", number, "--format", "text", "--output", guichet.folder + "/lettres"])
    #expect(try String(contentsOfFile: #require(letter.lines.first), encoding: .utf8).contains(words))
    let report = try guichet.run(["report", "--json", "--from", "2026-07-30", "--to", "2026-07-30"])
    #expect(report.output.contains("CLK-01") && !report.output.contains(words))
  }

  @Test func `two cases of one file are told apart`() throws {
    #expect(try guichet.processed("several-forms-email.pdf").count == 2)
    let lines = try guichet.run(["queue", "list"]).lines.dropFirst()
    #expect(
      lines.map { $0.contains("(1/2)") } == [true, false] && lines.map { $0.contains("(2/2)") } == [false, true])
  }

  @Test func `a case that nobody holds takes one line of a terminal of eighty columns`() throws {
    let lines = try narrowList([])
    #expect(lines[1].hasPrefix("G-2026-") && lines[1].contains("en\u{A0}attente") && lines[1].hasSuffix("…"))
  }

  @Test func `no state is broken in a terminal of eighty columns, whatever else is in the list`() throws {
    let lines = try narrowList(["--channel", "fax"], claimedBy: "Marie")
    #expect(lines[1].contains("pris\u{A0}en\u{A0}charge"))
  }

  /// The lines of a list of one case with a long name, whose day is assumed, in eighty columns.
  private func narrowList(_ options: [String], claimedBy clerk: String? = nil) throws -> [Substring] {
    _ = try guichet.copy("acroform-plain.pdf", into: "in", as: "demande-\(String(repeating: "longue-", count: 12)).pdf")
    let run = try guichet.run(["process", "--json", guichet.folder + "/in"] + options)
    let number = try #require((try run.objects().first?["cases"] as? [String])?.first)
    if let clerk { #expect(try guichet.run(["queue", "claim", number, "--as", clerk]).status == 0) }
    // The program of Debian's bsdutils that lends its command a terminal.
    let script = Process()
    script.executableURL = URL(filePath: "/usr/bin/script")
    script.arguments = ["-qec", "'\(try Guichet.program())' queue list --data '\(guichet.data)'", "/dev/null"]
    script.environment = ["PATH": "/usr/bin:/bin", "HOME": guichet.folder, "COLUMNS": "80", "NO_COLOR": "1"]
    let output = Pipe()
    (script.standardInput, script.standardOutput) = (FileHandle.nullDevice, output)
    try script.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    script.waitUntilExit()
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n")
    try #require(lines.count >= 3, "\(text)")
    #expect(lines.count == 3 || clerk != nil)
    #expect(lines.allSatisfy { $0.count <= 80 })
    return Array(lines)
  }

  @Test func `a version already left behind is not decided on`() throws {
    let number = try #require(try guichet.processed("rule-eml-04.pdf").first)
    #expect(try guichet.run(["queue", "claim", number, "--as", "Marie"]).status == 0)
    #expect(try guichet.run(["queue", "return", number, "--as", "Marie", "--version", "1"]).status == 1)
  }

  @Test func `a letter is a draft until the return is confirmed`() throws {
    let number = try #require(try guichet.processed("rule-eml-04.pdf").first)
    let arguments = ["letter", number, "--format", "pdf,html,text", "--output", guichet.folder + "/lettres"]
    let draft = try guichet.run(arguments)
    try #require(
      draft.lines.map { URL(filePath: $0).lastPathComponent } == ["\(number).pdf", "\(number).html", "\(number).txt"])
    #expect(try Data(contentsOf: URL(filePath: draft.lines[0])).starts(with: Data("%PDF".utf8)))
    #expect(try String(contentsOfFile: draft.lines[2], encoding: .utf8).contains("PROJET"))
    #expect(try guichet.run(["queue", "return", number, "--as", "Marie"]).status == 0)
    let final = try guichet.run(arguments)
    try #require(final.lines.count == 3)
    #expect(try !String(contentsOfFile: final.lines[2], encoding: .utf8).contains("PROJET"))
    let report = try guichet.run(["report", "--json", "--from", "2026-06-01", "--to", "2026-06-30"])
    let object = try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any]
    #expect((object?["totals"] as? [String: Int])?["returnConfirmed"] == 1)
  }

  private func shown(_ number: String) throws -> [String: Any] {
    try #require(try guichet.run(["queue", "show", number, "--json"]).objects().first)
  }

  private func rules(_ dossier: [String: Any]) -> [String] {
    let form = dossier["form"] as? [String: Any]
    return (form?["findings"] as? [[String: Any]])?.compactMap { $0["rule"] as? String } ?? []
  }
}
