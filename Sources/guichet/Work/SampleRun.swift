import Forms
import Foundation

/// Reads and judges a form's samples and compares with what is expected of them.
struct SampleRun {
  private let composition: Composition
  private let assessment: Assessment

  init(_ composition: Composition) {
    self.composition = composition
    assessment = Assessment(composition, on: Terminal())
  }

  /// What `NAME.case.json` says of a sample.
  private struct Case: Decodable {
    /// Nil when the day of receipt is not known.
    var received: CalendarDate?
    var channel: Arrival.Channel?
    var outcome: Outcome
    var medium: Medium?
    var decision: Decision
    /// The reject and clerk findings that the truth gives.
    var findings: [RuleID]
  }

  /// Runs every sample of the folder.
  func run(in folder: String) throws -> CheckObject.Samples {
    let files = FileSearch([folder], assessment.say).files
    var cases: [String: Case] = [:]
    for file in files {
      let path = URL(filePath: file).deletingPathExtension().path(percentEncoded: false) + ".case.json"
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      guard let found = try? JSONDecoder().decode(Case.self, from: data) else { throw Failure.expectation(path: path) }
      cases[file] = found
    }
    let truths = try Dictionary(
      uniqueKeysWithValues: filesWithExpectation(in: files).map { ($0.file, try expectedReadings(at: $0.expected)) })
    var samples = CheckObject.Samples()
    let known = cases
    _ = try assessment.run(
      files.filter { known[$0] != nil },
      arrival: { path in
        known[path].map { sample in
          // A fixed day, so that the outcome does not change with today's; being assumed, it silences the rules on dates.
          Arrival(
            channel: sample.channel, received: sample.received ?? CalendarDate(year: 2026, month: 1, day: 1)!,
            receivedIsAssumed: sample.received == nil)
        }
      }
    ) { path, forms in
      samples.run += 1
      guard let expected = known[path] else { return }
      let name = URL(filePath: path).lastPathComponent
      samples.failures += differences(forms, expected, truths[path]).map { "\(name)\(assessment.say.colon)\($0)" }
    }
    return samples
  }

  /// What is otherwise than expected. Of a scan only claims are held: doubts come on top of what the truth gives.
  private func differences(_ forms: [JudgedForm], _ expected: Case, _ truth: [[FieldID: FieldValue]]?) -> [String] {
    let say = assessment.say
    var found: [String] = []
    if let first = forms.first, first.outcome != expected.outcome {
      return [
        say(
          "lecture \(first.outcome.rawValue) au lieu de \(expected.outcome.rawValue)",
          "outcome \(first.outcome.rawValue) instead of \(expected.outcome.rawValue)")
      ]
    }
    let isScan = expected.medium.map { [.scan, .photo, .fax].contains($0) } ?? false
    if let truth {
      var evaluation = Evaluation()
      evaluation.add(forms, expected: truth, file: "", form: composition.form.definition)
      if evaluation.formsNotFound + evaluation.formsTooMany > 0 {
        found.append(
          say("\(forms.count) formulaires au lieu de \(truth.count)", "\(forms.count) forms instead of \(truth.count)"))
      }
      for miss in evaluation.misses where miss.sure || !isScan {
        found.append("\(miss.field) " + (miss.sure ? say("faux mais sûr", "wrong but sure") : say("faux", "wrong")))
      }
    }
    let findings = forms.flatMap { $0.judgement?.findings ?? [] }
    let given = Set(findings.filter { $0.severity > (isScan ? .clerk : .info) }.map(\.rule))
    let unexpected = given.subtracting(expected.findings).sorted()
    let missing = isScan ? [] : Set(expected.findings).subtracting(given).sorted()
    if !unexpected.isEmpty { found.append(say("en trop : ", "unexpected: ") + list(unexpected)) }
    if !missing.isEmpty { found.append(say("absent : ", "missing: ") + list(missing)) }
    let decision = forms.compactMap { $0.judgement?.decision }.max { $0.weight < $1.weight }
    if !isScan, decision != expected.decision {
      found.append(
        say(
          "décision \(decision?.rawValue ?? "—") au lieu de \(expected.decision.rawValue)",
          "decision \(decision?.rawValue ?? "—") instead of \(expected.decision.rawValue)"))
    }
    return found
  }

  private func list(_ rules: [RuleID]) -> String { rules.map(\.rawValue).joined(separator: " ") }
}

extension Decision {
  /// The strictest decision weighs most.
  fileprivate var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
