import Forms
import Foundation
import Reports
import Store

/// A file format of letters.
enum LetterFormat: String, CaseIterable, Sendable {
  case pdf, html, text

  var fileExtension: String { self == .text ? "txt" : rawValue }
}

extension ReturnedCase {
  /// What a letter about a case of the store is written from; nil when the case was accepted.
  init?(_ dossier: CaseDossier) throws {
    let summary = dossier.row.summary
    let form = try dossier.row.form()
    guard summary.state != .accepted, let judgement = form.judgement else { return nil }
    self.init(
      number: summary.number.description, stage: summary.state == .returned ? .confirmed : .proposed,
      arrival: summary.arrival, sender: dossier.arrivals.first?.delivery.sender, outcome: summary.outcome,
      reading: form.reading, judgement: judgement, because: summary.because)
  }
}

extension Letter {
  /// Writes a file a format, named by the case, and answers their paths.
  func write(_ formats: [LetterFormat], number: CaseNumber, to folder: OutputFolder) throws -> [String] {
    try formats.map { format in
      try folder.write(bytes(format), as: "\(number).\(format.fileExtension)")
    }
  }

  func bytes(_ format: LetterFormat) throws -> [UInt8] {
    switch format {
    case .pdf: try pdf()
    case .html: Array(html().utf8)
    case .text: Array(text().utf8)
    }
  }
}
