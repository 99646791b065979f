import Foundation
import Testing

@Suite struct ExitStatusTests {
  let guichet: Guichet

  init() throws { guichet = try Guichet() }

  static let ends: [([String], Int32)] = [
    (["--bogus"], 64), (["check"], 64), (["check", "--received", "2026-02-30", "a.pdf"], 64),
    (["check", "--jobs", "0", "a.pdf"], 64), (["queue", "claim", "G-2026-000001"], 64),
    (["queue", "show", "123"], 64), (["report", "--format", "docx"], 64),
    (["report", "--from", "2026-02-02", "--to", "2026-02-01"], 64),
    (["check", "/nonexistent/a.pdf"], 1), (["evaluate", "--json", "/nonexistent"], 1),
    (["check", "--received", "2062-10-01", "a.pdf"], 64), (["process", "--received", "1926-10-01", "a.pdf"], 64),
    (["queue", "list", "--data", ""], 64), (["process", "--data=", "a.pdf"], 64),
    (["queue", "list"], 69), (["queue", "show", "G-2026-000001"], 69), (["letter", "G-2026-000001"], 69),
    (["queue", "claim", "G-2026-000001", "--as", "Marie"], 69), (["report"], 69),
    (["queue", "list", "--data", "/proc/guichet"], 69),
    (["check", "--pipelines", "/nonexistent", "a.pdf"], 78),
    (["check", "--register", "/nonexistent.csv", "a.pdf"], 78),
    (["process", "--data", "/proc/guichet", Guichet.hostile + "empty.pdf"], 73), (["--help"], 0), (["--version"], 0),
    (["settings"], 0),
    (["--generate-completion-script", "bash"], 0),
  ]

  @Test(arguments: ends)
  func `every end has its code and its words`(arguments: [String], status: Int32) throws {
    let run = try guichet.run(arguments)
    #expect(run.status == status, "\(arguments): \(run.errors)")
    #expect(status == 0 || !run.errors.isEmpty)
    #expect(status == 0 || run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: guichet.data), "\(arguments) made a data folder")
  }

  static let endsWithData: [([String], Int32)] = [
    (["queue", "list"], 0), (["queue", "list", "--rule", "eml-04"], 0), (["queue", "list", "--rule", "EML-99"], 64),
    (["queue", "show", "G-2026-999999"], 1), (["letter", "G-2026-999999"], 1),
    (["report", "--output", "/proc/guichet"], 73),
    (["queue", "correct", "G-2026-000001", "s2.nothing", "x", "--as", "Marie"], 64),
  ]

  @Test(arguments: endsWithData)
  func `where something was taken in, ends have their codes too`(arguments: [String], status: Int32) throws {
    _ = try guichet.processed("acroform-plain.pdf")
    let run = try guichet.run(arguments)
    #expect(run.status == status, "\(arguments): \(run.errors)")
    // What the definition or the store finds wrong is no matter of the command's syntax, least of all of another's.
    #expect(!run.errors.contains("Usage: guichet <subcommand>"))
  }

  @Test func `a missing file is named and the others are done`() throws {
    let run = try guichet.run([
      "check", "--json", "/nonexistent/one.pdf", Guichet.samples + "acroform-plain.pdf", "/nonexistent/two.pdf",
    ])
    #expect(run.status == 1 && run.lines.count == 1)
    #expect(run.errors.contains("/nonexistent/one.pdf") && run.errors.contains("/nonexistent/two.pdf"))
  }

  @Test(arguments: [("acroform-plain.pdf", Int32(0)), ("rule-eml-04.pdf", 2)])
  func `check --strict tells by its code whether all is to be accepted`(sample: String, status: Int32) throws {
    let arguments = try [
      "check", "--brief", "--strict", "--register", Guichet.register, "--received", Self.received(of: sample),
      Guichet.samples + sample,
    ]
    let run = try guichet.run(arguments)
    #expect(run.status == status, "\(run.output)")
  }

  private static func received(of sample: String) throws -> String {
    let path = Guichet.samples + sample.replacing(".pdf", with: ".case.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any]
    return try #require(object?["received"] as? String)
  }

  @Test func `a register is refused with each mistake and its line`() throws {
    let header = "number,name,parent,address,postal_code,region,category,valid_from,valid_to\n"
    let register = try guichet.write(
      header
        + "60018,\"A, B\",,x,G1A 1A1,03,institution,,\n6001,C,,x,,03,institution,,\n60020,D,,x,,03,hospital,2026-13-01,\n",
      to: "register.csv")
    let run = try guichet.run(["check", "--register", register, Guichet.samples + "acroform-plain.pdf"])
    #expect(run.status == 78)
    let problems = run.errors.split(separator: "\n")
    try #require(problems.count == 3)
    #expect(problems.map { $0.contains("register.csv:3") } == [true, false, false])
    #expect(problems[1].contains("register.csv:4") && problems[2].contains("valid_from"))
  }

  @Test func `a reader of the results that goes away is no error`() throws {
    let files = Array(repeating: "'\(Guichet.samples)acroform-plain.pdf'", count: 12).joined(separator: " ")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = ["-c", "'\(try Guichet.program())' read \(files) | head -1; exit ${PIPESTATUS[0]}"]
    let (output, errors) = (Pipe(), Pipe())
    (shell.standardOutput, shell.standardError) = (output, errors)
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }
}
