import CTesseract
import Glibc

/// Reads print with Tesseract's LSTM model.
///
/// One engine serves one thread; it keeps 40 to 70 MB. `OMP_THREAD_LIMIT=1` must stand in the environment before the
/// process starts (see `isSingleThreaded`). The same bitmap gives the same reading whatever was read before.
@safe
package final class OCREngine {
  /// Tells Tesseract how the image is laid out.
  package enum Layout: Int, Sendable {
    /// Words anywhere, in no order: forms.
    case sparse = 11
    /// Columns, paragraphs, lines found by Tesseract: letters.
    case page = 3
    /// One even block of lines.
    case block = 6
    /// One line.
    case line = 7
    /// One line, without looking for its slope or its words first.
    case rawLine = 13
  }

  private let api: OpaquePointer

  /// Loads the model of a language (44 ms); `dataPath` is the folder of the `.traineddata` files, nil the system's.
  /// `variables` are Tesseract's own, set before the model is loaded, over the defaults here.
  package init(language: String = "fra", dataPath: String? = nil, variables: [String: String] = [:]) throws {
    guard let api = unsafe TessBaseAPICreate() else { throw ImagingError.recognitionFailed }
    // 1 is the LSTM alone: Debian's models have no other engine, and the old one is what adapts and drifts.
    // Word lists are loaded with the model or not at all, so the variables go along.
    let settings = Self.defaults.merging(variables, uniquingKeysWith: { $1 }).sorted { $0.key < $1.key }
    var names = unsafe settings.map { unsafe strdup($0.key) }
    var values = unsafe settings.map { unsafe strdup($0.value) }
    defer { unsafe (names + values).forEach { unsafe free($0) } }
    let loaded = unsafe TessBaseAPIInit4(
      api, dataPath, language, TessOcrEngineMode(rawValue: 1), nil, 0, &names, &values, settings.count, 0)
    guard loaded == 0 else {
      unsafe TessBaseAPIDelete(api)
      throw ImagingError.languageMissing(language)
    }
    unsafe self.api = api
  }

  deinit {
    unsafe TessBaseAPIEnd(api)
    unsafe TessBaseAPIDelete(api)
  }

  /// What differs from Tesseract's defaults.
  private static let defaults = [
    // White on black is not tried: it doubles the time of doubtful lines, and a form's fields are never inverted.
    "tessedit_do_invert": "0",
    "debug_file": "/dev/null",
  ]

  /// Whether `OMP_THREAD_LIMIT=1` is in the environment.
  ///
  /// Without it a page takes 6 to 10 times longer; set after the start of the process it has no effect, because the
  /// OpenMP library reads it when it is loaded.
  package static var isSingleThreaded: Bool {
    guard let value = unsafe getenv("OMP_THREAD_LIMIT") else { return false }
    return unsafe String(cString: value) == "1"
  }

  /// Names the engine for a trace: `tesseract 5.3.0`.
  package static var version: String {
    guard let text = unsafe TessVersion() else { return "tesseract" }
    return unsafe "tesseract " + String(cString: text)
  }

  /// Reads a bitmap as it is: 8-bit grey of print whose x-height is 20 to 30 pixels, with a white border.
  func read(_ bitmap: Bitmap, _ layout: Layout, symbols: Bool) throws -> OCRReading {
    let bytes = try bitmap.greyBytes()
    // Without these two a reading depends on what the engine read before.
    unsafe TessBaseAPIClear(api)
    unsafe TessBaseAPIClearAdaptiveClassifier(api)
    // Keeping every character's alternatives takes a tenth of the time.
    unsafe TessBaseAPISetVariable(api, "lstm_choice_mode", symbols ? "2" : "0")
    unsafe TessBaseAPISetPageSegMode(api, TessPageSegMode(rawValue: UInt32(layout.rawValue)))
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe TessBaseAPISetImage(
        api, buffer.baseAddress, Int32(bitmap.width), Int32(bitmap.height), 1, Int32(bitmap.width))
    }
    // Tesseract guesses from the text's size otherwise, and says so on stderr.
    unsafe TessBaseAPISetSourceResolution(api, 300)
    defer { unsafe TessBaseAPIClear(api) }
    guard unsafe TessBaseAPIRecognize(api, nil) == 0 else { throw ImagingError.recognitionFailed }
    guard let iterator = unsafe TessBaseAPIGetIterator(api) else { return OCRReading(words: []) }
    defer { unsafe TessResultIteratorDelete(iterator) }
    return OCRReading(words: unsafe ResultWalk(iterator).words(symbols: symbols))
  }
}
