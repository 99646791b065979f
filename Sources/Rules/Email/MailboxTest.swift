import Forms

/// Tells whose mailbox each address of the form seems to be, by the order of facts F-4.3 (the crossing test before the
/// last).
struct MailboxTest {
  let holders: [Holder]
  private let roles: WordList
  private let sigles: WordList

  /// A person of the form and the address given for that person.
  struct Holder {
    let email: FieldID
    let person: PersonFields

    init(_ parameters: inout Parameters) throws(RuleError) {
      email = try parameters.field("emailField")
      person = try PersonFields(&parameters)
    }

    /// What a judgement on whose mailbox it is rests on.
    var fields: [FieldID] { [email] + person.all }
  }

  /// What an address seems to be.
  enum Kind {
    /// It carries the person's name.
    case personal
    /// It is made of role words only.
    case shared
    /// It has a role word, or a region's number before.
    case probablyShared
    /// It carries the other person's name.
    case crossed
    /// Nothing in it tells.
    case unlinked
  }

  init(_ parameters: inout Parameters) throws(RuleError) {
    holders = try parameters.blocks("holders", Holder.init)
    roles = WordList(try parameters.lexicon("roleWordsLexicon"))
    sigles = WordList(try parameters.lexicon("siglesLexicon"))
  }

  /// The holders whose address is of the given kind, with the address.
  func holders(of kind: Kind, on form: Hearing) -> [(holder: Holder, mailbox: Mailbox)] {
    let named = holders.map { (holder: $0, name: $0.person.name(on: form)) }
    return named.compactMap { holder, name in
      guard let text = form.text(holder.email), let mailbox = try? Mailbox(text) else { return nil }
      let others = named.filter { $0.holder.email != holder.email }.map(\.name)
      return self.kind(of: mailbox, own: name, others: others) == kind ? (holder, mailbox) : nil
    }
  }

  func kind(of mailbox: Mailbox, own: PersonName, others: [PersonName]) -> Kind {
    let address = AddressWords(mailbox.local, sigles: sigles)
    let ownLink = address.link(to: own)
    let otherLink = others.map(address.link).max() ?? .none
    if ownLink != .none, otherLink <= ownLink { return .personal }
    if ownLink == .none {
      let telling = address.words.filter { !linkingWords.contains($0) }
      if !telling.isEmpty, telling.allSatisfy(roles.makesUp) { return .shared }
      if address.hasRegion || telling.contains(where: roles.contains) { return .probablyShared }
    }
    // The last name may be common to both persons: the first name then tells whose it is.
    return otherLink > ownLink ? .crossed : .unlinked
  }
}
