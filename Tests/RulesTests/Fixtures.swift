import Definitions
import Forms
import Foundation

@testable import Rules

/// The form as the product ships it.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Pipelines/forms/acces-sel-etablissements")
  static let form: FormDefinition = {
    do { return try loadForm(at: folder).definition } catch { fatalError("\(error)") }
  }()
  static let book: RuleBook = {
    do { return try RuleBook(definition: form) } catch { fatalError("\(error)") }
  }()
}

/// A register of invented places: an institution with two installations, another institution, a family medicine group,
/// a cluster, and a place outside the network.
let sampleRegister = Register([
  place("60100", "CISSS de la Rivière-Claire", nil, .institution),
  place("60110", "Hôpital Notre-Dame-du-Lac", "60100", .installation),
  place("60120", "CLSC des Trois-Moulins", "60100", .installation),
  place("6018X", "Hôpital du Grand-Cap", "60100", .installation),
  place("60200", "CIUSSS du Plateau-Vert", nil, .institution),
  place("60210", "CHSLD Sainte-Agathe-des-Prés", "60200", .installation),
  place("60300", "GMF des Érables", nil, .gmf),
  place("60400", "Grappe OPTILAB Montérégie", nil, .cluster),
  place("60500", "Cabinet d’optométrie du Marché", nil, .other),
  Establishment(
    number: "60600", name: "CLSC du Vieux-Quai", parent: "60100", address: "", postalCode: "", region: "",
    category: .installation, validFrom: nil, validTo: CalendarDate("2025-12-31")),
])

private func place(
  _ number: String, _ name: String, _ parent: String?, _ category: Establishment.Category
) -> Establishment {
  Establishment(
    number: number, name: name, parent: parent, address: "1, rue Principale", postalCode: "G0A1A0", region: "03",
    category: category, validFrom: nil, validTo: nil)
}

/// One form to judge: a good one, until a case changes something in it.
struct Sample: Sendable {
  var request: Request

  /// A form of which nothing is to be said, save how it was signed (SIG-10).
  static let good: Sample = {
    let values: [FieldID: FieldValue] = [
      "hdr.ramqUse": .nothing, "s1.service": .flag(true),
      "s1.app.paymentAuthorization": .flag(false), "s1.app.association": .flag(true), "s1.scope": .text("some"),
      "s2.sex": .text("F"), "s2.firstName": .text("MARIE-ÈVE"), "s2.lastName": .text("TREMBLAY"),
      "s2.function": .text("SECRÉTAIRE ADMINISTRATIVE"), "s2.orgName": .text("HÔPITAL NOTRE-DAME-DU-LAC"),
      "s2.orgNumber": .text("60110"), "s2.address": .text("12, RUE DES ORMES, RIVIÈRE-CLAIRE"),
      "s2.postalCode": .text("G1K 7T3"), "s2.phone": .text("418 555-0101"), "s2.phoneExt": .text("2345"),
      "s2.fax": .nothing, "s2.email": .text("marie-eve.tremblay@example.org"), "s2.existingUsername": .nothing,
      "s2.commitment": .flag(true), "s2.signature": .text("ink"), "s2.date": .text("2026-09-14"),
      "s3.sex": .text("M"), "s3.firstName": .text("LUC"), "s3.lastName": .text("GAGNON"),
      "s3.role": .text("executiveDirector"), "s3.functionText": .nothing,
      "s3.orgName": .text("CISSS DE LA RIVIÈRE-CLAIRE"), "s3.address": .text("1, AVENUE DU QUAI, RIVIÈRE-CLAIRE"),
      "s3.postalCode": .text("G1K 7T3"), "s3.phone": .text("418 555-0102"), "s3.phoneExt": .nothing,
      "s3.fax": .text("418 555-0103"), "s3.email": .text("luc.gagnon@example.org"), "s3.commitment": .flag(true),
      "s3.signature": .text("ink"), "s3.date": .text("2026-09-15"),
      "s4.registrationDate": .nothing, "s4.referenceNumber": .nothing, "s4.username": .nothing,
      "s4.validity": .nothing, "s4.respondentId": .nothing, "s4.respondentSignature": .text("none"),
      "s4.respondentDate": .nothing, "s4.soesSignature": .text("none"), "s4.soesDate": .nothing,
      "s5.numbers": .list(["60120"]),
    ]
    let reading = Reading(
      form: Shipped.form.id, pages: [1, 2], medium: .scan, fields: values.mapValues { seen($0) })
    return Sample(
      request: Request(
        reading: reading, document: DocumentFacts(fileType: .pdf),
        arrival: Arrival(channel: .email, received: CalendarDate("2026-10-01")!, receivedIsAssumed: false),
        register: sampleRegister))
  }()

  /// The same form with other values in some fields, seen as surely as the rest.
  func with(_ changes: [FieldID: FieldValue]) -> Sample {
    changed { reading in for (field, value) in changes { reading.fields[field] = seen(value) } }
  }

  func doubting(_ fields: FieldID...) -> Sample {
    changed { reading in for field in fields { reading.fields[field] = reading[field].doubted() } }
  }

  /// The same form, some fields of which were not found.
  func notFinding(_ fields: [FieldID]) -> Sample {
    changed { reading in for field in fields { reading.fields[field] = .notFound } }
  }

  func observing(_ change: (inout Observations) -> Void) -> Sample {
    changed { change(&$0.observations) }
  }

  func changed(_ change: (inout Reading) -> Void) -> Sample {
    var copy = self
    change(&copy.request.reading)
    return copy
  }

  func sent(_ channel: Arrival.Channel?, on received: String = "2026-10-01", assumed: Bool = false) -> Sample {
    var copy = self
    copy.request.arrival = Arrival(channel: channel, received: CalendarDate(received)!, receivedIsAssumed: assumed)
    return copy
  }

  func file(_ type: FileType = .pdf, active: [String] = [], forms: Int = 1) -> Sample {
    var copy = self
    copy.request.document = DocumentFacts(fileType: type, activeContent: active, forms: forms)
    return copy
  }

  var withoutRegister: Sample {
    var copy = self
    copy.request.register = nil
    return copy
  }

  var judgement: Judgement { Shipped.book.judge(request) }
}

private func seen(_ value: FieldValue) -> FieldReading {
  let source: Evidence.Source = value.isBlank ? .blank : .ocr
  return FieldReading(
    value, confidence: Confidence(0.95), doubtful: false, seen: Evidence(source, page: 1, box: Box(0, 0, 10, 10)))
}
