import Foundation
import Testing

@testable import Forms
@testable import Recognition

/// Files that a transfer or a disk has damaged: what they show may be wrong, and nothing of it may be claimed.
struct DamageTests {
  /// Deflated streams of a PDF, by their ranges: the cross-reference streams apart, which tell where objects lie and not what they hold.
  private static func streams(of file: [UInt8]) -> [Range<Int>] {
    var (found, start) = ([Range<Int>](), 0)
    while let begin = file[start...].firstRange(of: Array("stream".utf8)) {
      guard let end = file[begin.upperBound...].firstRange(of: Array("endstream".utf8)) else { break }
      let dictionary = String(decoding: file[max(0, begin.lowerBound - 200)..<begin.lowerBound], as: UTF8.self)
      let own = dictionary.components(separatedBy: " obj").last ?? ""
      if own.contains("FlateDecode"), !own.contains("/XRef"), end.lowerBound - begin.upperBound > 20 {
        found.append(begin.upperBound + 2..<end.lowerBound - 2)
      }
      start = end.upperBound
    }
    return found
  }

  /// A generator whose row is the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  private func wrongClaims(in damaged: [UInt8], of sample: Sample) throws -> [String] {
    var reader = Recognition.DocumentReader(definition: try SampleTests.definition.get())
    let forms = reader.read(damaged).forms
    let expected = try sample.expected()
    guard forms.count == expected.count else { return [] }
    return zip(forms, expected).flatMap { form, truth in
      truth.filter { id, value in form[id].value != value && !form[id].doubtful }.map { "\($0.key)" }
    }
  }

  @Test(arguments: Sample.typed.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element))
  func `nothing that a flipped bit changed is claimed`(sample: Sample) throws {
    let file = [UInt8](try Data(contentsOf: sample.file))
    let streams = Self.streams(of: file)
    try #require(!streams.isEmpty)
    var dice = Dice(state: UInt64(file.count))
    for _ in 0..<6 {
      let place = streams.randomElement(using: &dice)!.randomElement(using: &dice)!
      var damaged = file
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      #expect(try wrongClaims(in: damaged, of: sample) == [], "bit at \(place)")
    }
  }

  @Test(arguments: Sample.typed.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element))
  func `nothing is claimed blank where a stream breaks off`(sample: Sample) throws {
    let file = [UInt8](try Data(contentsOf: sample.file))
    var dice = Dice(state: UInt64(file.count))
    for stream in Self.streams(of: file).shuffled(using: &dice).prefix(6) {
      var damaged = file
      let place = stream.randomElement(using: &dice)!
      for index in place..<stream.upperBound { damaged[index] = 0 }
      #expect(try wrongClaims(in: damaged, of: sample) == [], "stream broken off at \(place)")
    }
  }

  @Test func `a content that ends within a text makes every field doubtful`() throws {
    let sheet = Self.page(of: Self.text)
    var reader = Recognition.DocumentReader(definition: try SampleTests.definition.get())
    let (whole, broken) = (reader.read(sheet), reader.read(Self.page(of: String(Self.text.dropLast(12)))))
    #expect(whole.forms.first?["s2.firstName"].doubtful == false)
    try #require(broken.forms.count == 1)
    #expect(broken.forms[0].fields.values.filter { !$0.doubtful }.isEmpty)
  }

  @Test func `a tree of pages too deep to follow is refused by name`() throws {
    let depth = 100_000
    let nodes = (0..<depth).map { "<< /Type /Pages /Count 1 /Kids [\($0 + 3) 0 R] >>" }
    let file = Self.file(["<< /Type /Catalog /Pages 2 0 R >>"] + nodes + ["<< /Type /Page /MediaBox [0 0 612 792] >>"])
    var reader = Recognition.DocumentReader(definition: try SampleTests.definition.get())
    let reading = reader.read(file)
    #expect(reading.outcome == .overran && reading.reason == "tooLarge")
  }

  @Test func `a value of two million letters is refused by name`() throws {
    let widget = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [40 40 200 60] /V (\(String(repeating: "A", count: 2_000_000))) >>"
    var reader = Recognition.DocumentReader(definition: try SampleTests.definition.get())
    let reading = reader.read(Self.page(of: Self.text, annotations: [widget]))
    #expect(reading.outcome == .overran && reading.reason == "tooLarge")
  }

  @Test func `letters that do not say what they mean leave their field in doubt, and only it`() throws {
    // The first name in a font whose codes stand for nothing.
    let content = Self.text + "BT /F2 9 Tf 210 610 Td (GUY) Tj ET\n"
    var reader = Recognition.DocumentReader(definition: try SampleTests.definition.get())
    let form = try #require(reader.read(Self.page(of: content)).forms.first)
    #expect(form["s2.firstName"].doubtful)
    #expect(!form["s2.lastName"].doubtful)
  }

  /// The labels of the form's front, one a line, by reading order.
  private static let text: String = {
    let labels = [
      "Demande d'acces aux services en ligne", "1. Description des services en ligne demandes", "Etablissements du reseau de la sante",
      "Autorisation des demandes de paiement en ligne", "2. Utilisateur", "Prenom", "Nom", "Fonction", "Code postal", "Telephone",
      "Telecopieur", "Adresse electronique", "3. Autorisation", "Prenom", "Nom", "Code postal", "Telephone", "Telecopieur",
      "Adresse electronique",
    ]
    return labels.enumerated().map { "BT /F1 9 Tf 40 \(760 - 30 * $0.offset) Td (\($0.element)) Tj ET\n" }.joined()
  }()

  /// A PDF of one page with a content that is not packed, and boxes to write in beside its labels.
  private static func page(of content: String, annotations: [String] = []) -> [UInt8] {
    let boxes = (0..<20).map { "200 \(752 - 30 * $0) 300 20 re S\n" }.joined()
    let content = boxes + content
    return file([
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> /Annots [\(annotations.joined(separator: " "))] >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 /g1 /g2 /g3 /g4 /g5 /g6 /g7] >> >>",
    ])
  }

  /// A PDF of these objects, numbered from 1, the first its catalog.
  private static func file(_ objects: [String]) -> [UInt8] {
    var (file, places) = ("%PDF-1.4\n", [Int]())
    for (rank, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(rank + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + places.map { String(format: "%010d 00000 n \n", $0) }.joined()
    file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }
}
