import Forms
import Testing

@testable import Rules

@Suite struct MailboxTests {
  private func words(of local: String) throws -> AddressWords {
    AddressWords(local, sigles: WordList(try #require(Shipped.form.lexicons["institution-sigles"])))
  }

  @Test(
    arguments: [
      ("marie.tremblay", "MARIE", "TREMBLAY", PersonName.Link.both),
      ("mtremblay", "MARIE", "TREMBLAY", .both),
      ("tremblaym", "MARIE", "TREMBLAY", .both),
      ("marietremblay85", "MARIE", "TREMBLAY", .both),
      ("marie.t", "MARIE", "TREMBLAY", .both),
      ("mariet", "MARIE", "TREMBLAY", .both),
      ("t.marie", "MARIE", "TREMBLAY", .both),
      ("tremblay", "MARIE", "TREMBLAY", .lastName),
      ("drtremblay", "MARIE", "TREMBLAY", .lastName),
      ("marie", "MARIE", "TREMBLAY", .none),
      ("soleil", "MARIE", "TREMBLAY", .none),
      ("marie.tremblay.med", "Marie", "Tremblay", .both),
      ("marie.tremblay.cisssca", "Marie", "Tremblay", .both),
      ("02.marie.tremblay.reg18", "Marie", "Tremblay", .both),
      ("marie.tremblay+ramq", "Marie", "Tremblay", .both),
      ("kim.chum", "KIM", "CHUM", .both),
      ("marie-eve.roy", "MARIE-ÈVE", "ROY-ST-ONGE", .both),
      ("meroy", "MARIE-ÈVE", "ROY", .both),
      ("jean.delatour", "JEAN", "DE LA TOUR", .both),
      ("jean.tour", "JEAN", "DE LA TOUR", .both),
      ("jean.de", "JEAN", "DE LA TOUR", .none),
      ("jly", "JADE", "LY", .both),
      ("early.bird", "JADE", "LY", .none),
      ("bob.tremblay", "ROBERT", "TREMBLAY", .lastName),
      ("bob.t", "ROBERT", "TREMBLAY", .none),
      ("marie", nil, nil, .none),
    ] as [(String, String?, String?, PersonName.Link)])
  func `an address is linked to a name`(local: String, first: String?, last: String?, link: PersonName.Link) throws {
    #expect(try words(of: local).link(to: PersonName(first: first, last: last)) == link)
  }

  @Test(arguments: [
    ("MARIE@Example.ORG", "marie", "example.org"), (" a.b+c@x-y.example.org ", "a.b+c", "x-y.example.org"),
    ("o'neil@exämple.org", "o'neil", "exämple.org"),
  ])
  func `one mailbox is parsed`(text: String, local: String, domain: String) throws {
    let mailbox = try Mailbox(text)
    #expect(mailbox.local == local)
    #expect(mailbox.domain == domain)
  }

  @Test(arguments: [
    ("", Mailbox.Fault.malformed), ("@", .malformed), ("a@", .malformed), ("@b.org", .malformed),
    ("a@b@c.org", .malformed), ("a@b", .malformed), ("a@b..org", .malformed), ("a@-b.org", .malformed),
    ("a@b.o", .malformed), ("a@b.1", .malformed), ("a@[192.0.2.1]", .malformed), (".a@b.org", .malformed),
    ("a.@b.org", .malformed), ("<a@b.org>", .malformed), ("a@b_c.org", .malformed), ("a\n@b.org", .malformed),
    (String(repeating: "a", count: 65) + "@b.org", .malformed), ("é@b.org", .beyondASCII),
    ("a\u{200D}@b.org", .beyondASCII), ("a@b\u{200B}c.org", .beyondASCII), ("\u{430}@b.org", .beyondASCII),
  ])
  func `what is no mailbox is told apart from what a person must look at`(text: String, fault: Mailbox.Fault) {
    #expect(throws: fault) { try Mailbox(text) }
  }
}
