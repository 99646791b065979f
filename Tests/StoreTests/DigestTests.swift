import Testing

@testable import Store

@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `SHA-256 answers the published vectors`(text: String, hex: String) {
    #expect(Digest(of: text.utf8).hex == hex)
  }

  @Test(arguments: ["", "../../etc/passwd", String(repeating: "A", count: 64), String(repeating: "a", count: 63)])
  func `only 64 lower-case hexadecimal digits make a digest`(text: String) {
    #expect(Digest(text) == nil)
  }
}
