import Foundation
import Testing

@Suite struct ProcessTests {
  let guichet: Guichet

  init() throws { guichet = try Guichet() }

  @Test func `the main job ends with a queue, a report and letters one can open`() throws {
    for sample in ["rule-eml-04.pdf", "acroform-plain.pdf", "several-forms-email.pdf"] {
      _ = try guichet.copy(sample, into: "in/2026-06-07")
    }
    let output = guichet.folder + "/sortie"
    let arguments = [
      "process", "--register", Guichet.register, "--channel", "email", guichet.folder + "/in", "--report", output,
    ]
    #expect(try guichet.run(arguments).status == 0)
    let cases = try guichet.run(["queue", "list", "--json"]).objects()
    #expect(cases.count == 4)
    #expect(cases.allSatisfy { $0["received"] as? String == "2026-06-07" && $0["channel"] as? String == "email" })

    for format in ["html", "pdf", "csv", "json"] {
      let path = "\(output)/reject-report_2026-06-07_2026-06-07.\(format)"
      #expect(try Data(contentsOf: URL(filePath: path)).count > 100)
    }
    let letters = try FileManager.default.contentsOfDirectory(atPath: output + "/letters")
    let returned = cases.filter { $0["proposal"] as? String == "reject" }.compactMap { $0["number"] as? String }
    #expect(!returned.isEmpty && Set(letters) == Set(returned.map { $0 + ".pdf" }))
    for letter in letters {
      let path = "\(output)/letters/\(letter)"
      #expect(try Data(contentsOf: URL(filePath: path)).starts(with: Data("%PDF".utf8)))
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    let again = try guichet.run(arguments + ["--json"])
    #expect(try again.objects().first?["takenIn"] as? Int == 0)
    #expect(try again.objects().first?["known"] as? Int == 3)
    #expect(try guichet.run(["queue", "list", "--json"]).lines.count == 4)
  }

  @Test func `what to do next names the data folder that was given`() throws {
    let file = try guichet.copy("acroform-plain.pdf")
    let data = guichet.folder + "/l'autre file"
    let run = try guichet.run(["process", "--data", data, file])
    let line = try #require(run.lines.first { $0.contains("guichet queue list") })
    #expect(line.hasSuffix("guichet queue list --data '\(guichet.folder)/l'\\''autre file'"))
    #expect(try guichet.run(["process", file]).lines.contains { $0.hasSuffix("guichet queue list") })
  }

  @Test func `an empty folder is worth a word and no fault`() throws {
    let inbox = guichet.folder + "/in"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    let run = try guichet.run(["process", "--json", inbox])
    #expect(run.status == 0 && run.errors.contains(inbox))
    #expect(try run.objects().first?["refused"] as? Int == 0)
  }

  @Test func `a day that cannot be is never a day of reception`() throws {
    _ = try guichet.copy("acroform-plain.pdf", into: "in/2062-10-01")
    _ = try guichet.copy("rule-eml-04.pdf", into: "in")
    _ = try guichet.write("hier\n", to: "in/rule-eml-04.received")
    let run = try guichet.run(["process", guichet.folder + "/in"])
    #expect(run.status == 0 && run.errors.contains("2062-10-01") && run.errors.contains("rule-eml-04.received"))
    let cases = try guichet.run(["queue", "list", "--json"]).objects()
    #expect(cases.count == 2 && cases.allSatisfy { $0["receivedIsAssumed"] as? Bool == true })
  }

  @Test func `a known file keeps its first reception, and says so when another is given`() throws {
    let file = try guichet.copy("acroform-plain.pdf")
    let first = ["process", "--channel", "email", "--received", "2026-06-07", file]
    #expect(try guichet.run(first).errors.isEmpty)
    #expect(try guichet.run(first).errors.isEmpty)
    let other = try guichet.run(["process", "--channel", "post", "--received", "2026-06-08", file])
    #expect(other.status == 0 && other.errors.contains("2026-06-07, courriel"))
  }

  @Test func `companions, hidden files and links are left out`() throws {
    let file = try guichet.copy("acroform-plain.pdf", into: "in")
    for name in [".hidden.pdf", "a.json", "acroform-plain.received"] {
      _ = try guichet.write("2026-06-07", to: "in/" + name)
    }
    try FileManager.default.createSymbolicLink(atPath: guichet.folder + "/in/link.pdf", withDestinationPath: file)
    try FileManager.default.createSymbolicLink(atPath: guichet.folder + "/in/loop", withDestinationPath: guichet.folder)
    let run = try guichet.run(["process", "--json", guichet.folder + "/in"])
    #expect(run.status == 0)
    #expect(try run.objects().first?["takenIn"] as? Int == 1)
    #expect(try guichet.run(["queue", "list", "--json"]).objects().map { $0["received"] as? String } == ["2026-06-07"])
  }

  @Test func `a file whose name is not UTF-8 is named, never passed over`() throws {
    _ = try guichet.copy("acroform-plain.pdf", into: "in")
    let bytes = Array("\(guichet.folder)/in/demande-".utf8) + [0xFF] + Array(".pdf".utf8)
    let descriptor = (bytes + [0]).withUnsafeBytes {
      open($0.assumingMemoryBound(to: CChar.self).baseAddress!, O_CREAT, 0o600)
    }
    #expect(descriptor >= 0)
    close(descriptor)
    let run = try guichet.run(["process", "--json", guichet.folder + "/in"])
    #expect(run.status == 1 && run.errors.contains("UTF-8"))
    #expect(try run.objects().first?["takenIn"] as? Int == 1)
    #expect(try run.objects().first?["refused"] as? Int == 1)
  }

  @Test func `every hostile file becomes a case and the run goes on`() throws {
    let run = try guichet.run(["process", "--json", "--channel", "email", "--received", "2026-06-07", Guichet.hostile])
    #expect(run.status == 0, "\(run.errors)")
    let cases = try guichet.run(["queue", "list", "--json"]).objects()
    let files = try FileManager.default.contentsOfDirectory(atPath: Guichet.hostile).filter { !$0.hasSuffix(".json") }
    #expect(Set(cases.compactMap { $0["file"] as? String }) == Set(files))
    let outcomes = Set(cases.compactMap { $0["outcome"] as? String })
    #expect(outcomes.isSubset(of: ["read", "unreadable", "overran", "notAForm"]))
  }
}
