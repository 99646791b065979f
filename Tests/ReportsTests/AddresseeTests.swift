import Forms
import Testing

@testable import Reports

@Suite struct AddresseeTests {
  private static let user = Addressee.user(email: "guy.tremblay@example.org", name: "GUY TREMBLAY")
  private static let sender = Addressee.sender(email: "envoi@example.org")
  private static let post = Addressee.post(
    name: "GUY TREMBLAY", lines: ["CLSC DES ÉRABLES", "120, RUE PRINCIPALE, QUÉBEC\u{A0} G1K 7T3"])

  /// What is wrong, whether the mail's sender is known, and to whom the letter then goes.
  struct Example: Sendable, CustomTestStringConvertible {
    var what: String
    var findings: [Finding] = [finding("SIG-02", ["s3.signature"])]
    var doubtful: Set<FieldID> = []
    var sender: String?
    var expected: Addressee
    var testDescription: String { what }
  }

  static let examples: [Example] =
    ["EML-03", "EML-04", "EML-05", "EML-06", "EML-07", "EML-08"].flatMap { rule in
      [
        Example(
          what: "\(rule), sender known", findings: [finding(RuleID(rule), ["s2.email"], .clerk)],
          sender: "envoi@example.org", expected: sender),
        Example(
          what: "\(rule), sender unknown", findings: [finding(RuleID(rule), ["s2.email", "s3.email"])], expected: post),
        Example(
          what: "\(rule) without fields", findings: [finding(RuleID(rule), [])], sender: "envoi@example.org",
          expected: sender),
      ]
    } + [
      Example(what: "address sure", sender: "envoi@example.org", expected: user),
      Example(
        what: "only the authorizer's address is wrong", findings: [finding("EML-03", ["s3.email"])], expected: user),
      Example(
        what: "a mere note on the address", findings: [finding("EML-11", ["s2.email"], .info)], expected: user),
      Example(what: "address doubtful", doubtful: ["s2.email"], sender: "envoi@example.org", expected: sender),
      Example(what: "address doubtful, sender unknown", doubtful: ["s2.email"], expected: post),
      Example(
        what: "name doubtful", doubtful: ["s2.lastName"],
        expected: .user(email: "guy.tremblay@example.org", name: nil)),
      Example(what: "address and name doubtful", doubtful: ["s2.email", "s2.lastName"], expected: .toBeCompleted),
      Example(what: "address and street doubtful", doubtful: ["s2.email", "s2.address"], expected: .toBeCompleted),
      Example(
        what: "postal code invalid",
        findings: [finding("EML-06", ["s2.email"]), finding("USR-06", ["s2.postalCode"], .clerk)],
        expected: .toBeCompleted),
      Example(
        what: "shared mailbox that sent the form", findings: [finding("EML-06", ["s2.email"])],
        sender: "Guy.Tremblay@example.org", expected: post),
      Example(
        what: "identical addresses, one of which sent the form",
        findings: [finding("EML-04", ["s2.email", "s3.email"])],
        sender: "guy.tremblay@example.org", expected: .sender(email: "guy.tremblay@example.org")),
      Example(what: "sender that is no address", doubtful: ["s2.email"], sender: "inconnu", expected: post),
    ]

  @Test(arguments: examples)
  func `a refusal goes where it is safe`(example: Example) {
    let returned = returnedCase(
      example.findings, sender: example.sender, reading: reading(doubtful: example.doubtful))
    #expect(Addressee(for: returned) == example.expected)
  }

  @Test func `a file without a form goes back to its sender, or waits for a clerk`() {
    let known = returnedCase([finding("FMT-04", [])], reading: nil, outcome: .unreadable)
    #expect(Addressee(for: known) == Self.sender)
    let unknown = returnedCase([finding("FMT-04", [])], sender: nil, reading: nil, outcome: .unreadable)
    #expect(Addressee(for: unknown) == .toBeCompleted)
  }

  @Test func `a blank address of section 2 is no address`() {
    var values = sampleValues
    values["s2.email"] = ""
    let returned = returnedCase([finding("EML-01", ["s2.email"])], sender: nil, reading: reading(values))
    #expect(Addressee(for: returned) == Self.post)
  }

  @Test func `a reply to an address in question does not print it`() throws {
    let letter = try letter([finding("EML-04", ["s2.email", "s3.email"])], sender: "guy.tremblay@example.org")
    #expect(letter.addressLines == ["À l’expéditeur du courriel"])
  }
}
