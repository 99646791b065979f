/// Why an image could not be opened or worked on.
package enum ImagingError: Error, Hashable {
  /// The bytes are no PNG, JPEG or TIFF; the format is named when it is known.
  case notDecodable(ImageFormat?)
  /// The header or the compressed data is broken.
  case damaged(ImageFormat, String)
  /// The header announces more pixels than the limit; nothing was decoded.
  case tooLarge(width: Int, height: Int, limit: Int)
  case noSuchPage(Int, count: Int)
  /// The asked size, stride or box does not fit the pixels given.
  case misfit(String)
  /// Leptonica answered nothing: memory ran out, or the depth does not suit the operation.
  case failed(String)
  /// Tesseract found no model for the language.
  case languageMissing(String)
  case recognitionFailed
}

extension ImagingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notDecodable(let format?):
      "The image is \(format.rawValue), which is not read here: only PNG, JPEG and TIFF are. Ask for one of these or a PDF."
    case .notDecodable(nil):
      "The bytes are no image known here: only PNG, JPEG and TIFF are read. Ask for one of these or a PDF."
    case .damaged(let format, let detail):
      "The \(format.rawValue) image is damaged (\(detail)). Ask for the document again."
    case .tooLarge(let width, let height, let limit):
      "The image announces \(width) × \(height) pixels, above the limit of \(limit). Scan at 300 dpi, or raise the limit."
    case .noSuchPage(let page, let count):
      "Page \(page + 1) was asked of an image that has \(count)."
    case .misfit(let detail):
      "The pixels do not fit: \(detail)."
    case .failed(let operation):
      "Leptonica could not \(operation). The worker is probably out of memory: see its limit."
    case .languageMissing(let language):
      "Tesseract has no model for « \(language) ». Install tesseract-ocr-\(language), or set the data path."
    case .recognitionFailed:
      "Tesseract gave up on an image. Put the document before a clerk."
    }
  }
}
