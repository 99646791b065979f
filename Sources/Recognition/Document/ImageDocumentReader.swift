import Forms
import Imaging

/// Reads a document that is an image: each page of a TIFF, or the one of a PNG or JPEG.
struct ImageDocumentReader {
  let definition: FormDefinition
  let limits: ReadingLimits
  let finder: LabelFinder
  let eye: Eye

  /// A page of Letter format at 300 dots per inch.
  private static let pixelsOfPage = 8_415_000.0

  func read(_ bytes: [UInt8]) -> DocumentReading {
    guard let format = ImageFormat(of: bytes), format.isDecodable else {
      return DocumentReading(outcome: .unreadable, reason: "unsupported")
    }
    let type: FileType = format == .tiff ? .tiff : format == .png ? .png : .jpeg
    guard let info = try? ImageInfo(probing: bytes), let engine = eye.engine else {
      return DocumentReading(outcome: .unreadable, reason: "damaged", fileType: type)
    }
    let count = info.pages.count
    guard count <= limits.maximumPages, !info.pagesCut else {
      return DocumentReading(outcome: .overran, reason: "tooLarge", fileType: type, pageCount: count)
    }
    let pixels = info.pages.reduce(0.0) { $0 + Double($1.pixels) }
    guard pixels <= Double(limits.maximumPictures) * Self.pixelsOfPage else {
      return DocumentReading(outcome: .overran, reason: "tooLarge", fileType: type, pageCount: count)
    }
    var pages: [FormPage] = []
    var (isTooLarge, isDamaged) = (false, false)
    for index in 0..<count {
      do {
        let bitmap = try Bitmap(decoding: bytes, page: index, info: info, pixelLimit: limits.maximumPixels)
        pages.append(FormPage(try ScannedPage(bitmap, engine: engine).content(number: index + 1, finder), finder))
      } catch ImagingError.tooLarge {
        isTooLarge = true
      } catch {
        isDamaged = true
      }
    }
    var answer = DocumentReading(outcome: .notAForm, reason: "notThisForm", fileType: type, pageCount: count)
    let sorter = FormFinder(definition)
    answer.forms = sorter.forms(in: pages)
    if answer.forms.isEmpty { answer.otherFormNumbers = sorter.excludedNumbers(in: pages) }
    if !answer.forms.isEmpty {
      (answer.outcome, answer.reason) = (.read, nil)
    } else if isTooLarge {
      (answer.outcome, answer.reason) = (.overran, "tooLarge")
    } else if isDamaged || pages.isEmpty {
      (answer.outcome, answer.reason) = (.unreadable, "damaged")
    }
    return answer
  }
}
