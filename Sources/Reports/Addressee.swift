import Forms

/// Says to whom a letter goes, and by which way.
///
/// The choice protects the applicant: a refusal does not go to an address that is itself in question, such as one
/// that colleagues may open.
package enum Addressee: Hashable, Sendable {
  /// The person of section 2, at the address written there; the name only when it was read without doubt.
  case user(email: String, name: String?)
  /// Whoever sent the mail, at the address it came from.
  case sender(email: String)
  /// The person of section 2, by post at the work address written there.
  case post(name: String, lines: [String])
  /// Nobody safe to write to is known: a clerk fills in the address.
  case toBeCompleted

  /// The rules that put an address itself in question, even when the finding names no field.
  private static let addressRules: Set<RuleID> = [
    "EML-03", "EML-04", "EML-05", "EML-06", "EML-07", "EML-08", "EML-09", "EML-10",
  ]

  /// The rules that say an address is shared, or may be.
  private static let sharingRules: Set<RuleID> = ["EML-06", "EML-07"]

  /// Chooses the first safe way: e-mail of section 2, sender of the mail, post, a clerk.
  package init(for returned: ReturnedCase) {
    let name = Self.name(in: returned)
    let addressInQuestion = returned.objections.contains {
      Self.addressRules.contains($0.rule) && $0.fields.isEmpty
    }
    if !addressInQuestion, let email = returned.reliableText("s2.email"), email.contains("@") {
      self = .user(email: email, name: name)
    } else if let sender = returned.sender, sender.contains("@"),
      !returned.texts(named: Self.sharingRules).contains(where: { $0.lowercased() == sender.lowercased() })
    {
      // A reply is safe even to an address in question, for the form came from there; not to one that colleagues may
      // open.
      self = .sender(email: sender)
    } else if let name, let street = returned.reliableText("s2.address"),
      let postalCode = returned.reliableText("s2.postalCode")
    {
      let organisation = returned.reliableText("s2.orgName")
      self = .post(name: name, lines: [organisation, "\(street)\u{A0} \(postalCode)"].compactMap(\.self))
    } else {
      self = .toBeCompleted
    }
  }

  private static func name(in returned: ReturnedCase) -> String? {
    guard let first = returned.reliableText("s2.firstName"), let last = returned.reliableText("s2.lastName") else {
      return nil
    }
    return "\(first) \(last)"
  }
}
