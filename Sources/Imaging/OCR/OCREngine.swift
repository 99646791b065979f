import CTesseract
import Glibc

/// Reads print with Tesseract's LSTM models.
///
/// One engine serves one thread; it keeps 50 to 80 MB. `OMP_THREAD_LIMIT=1` must stand in the environment before the
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

  /// A model, by the name of its file.
  package enum Model: String, CaseIterable, Sendable {
    /// French.
    case french = "fra"
    /// All that is written in Latin letters: another network, trained on other texts, so that it fails on other letters.
    case latin = "Latin"
  }

  private let models: [Model: OpaquePointer]

  /// Loads the models (some 80 ms); `dataPath` is the folder of the `.traineddata` files, nil the system's.
  /// `variables` are Tesseract's own, set before a model is loaded, over the defaults here.
  package init(dataPath: String? = nil, variables: [String: String] = [:]) throws {
    var models: [Model: OpaquePointer] = unsafe [:]
    do {
      for model in Model.allCases {
        // Where the first was found, the others are.
        let folder = unsafe models[.french].flatMap { unsafe TessBaseAPIGetDatapath($0) }.map { unsafe String(cString: $0) }
        unsafe models[model] = try unsafe Self.load(model, folder ?? dataPath, Self.defaults.merging(variables, uniquingKeysWith: { $1 }))
      }
    } catch {
      unsafe models.values.forEach { unsafe TessBaseAPIDelete($0) }
      throw error
    }
    unsafe self.models = models
  }

  deinit {
    unsafe models.values.forEach {
      unsafe TessBaseAPIEnd($0)
      unsafe TessBaseAPIDelete($0)
    }
  }

  /// Loads one model: the first by Tesseract, which knows the folder of its models, the others from that folder without their word lists.
  private static func load(_ model: Model, _ folder: String?, _ settings: [String: String]) throws -> OpaquePointer {
    guard let api = unsafe TessBaseAPICreate() else { throw ImagingError.recognitionFailed }
    // 1 is the LSTM alone: Debian's models have no other engine, and the old one is what adapts and drifts.
    let mode = TessOcrEngineMode(rawValue: 1)
    let settings = settings.sorted { $0.key < $1.key }
    // Word lists are loaded with the model or not at all, so the variables go along.
    var names = unsafe settings.map { unsafe strdup($0.key) }
    var values = unsafe settings.map { unsafe strdup($0.value) }
    defer { unsafe (names + values).forEach { unsafe free($0) } }
    let failure: Int32
    if model == .french {
      failure = unsafe TessBaseAPIInit4(api, folder, model.rawValue, mode, nil, 0, &names, &values, settings.count, 0)
    } else if let folder, let data = TrainedData.network(of: folder + "/" + model.rawValue + ".traineddata") {
      failure = unsafe data.withUnsafeBytes { bytes in
        unsafe TessBaseAPIInit5(
          api, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), model.rawValue, mode, nil, 0, &names, &values,
          settings.count, 0)
      }
    } else {
      failure = 1
    }
    guard failure == 0 else {
      unsafe TessBaseAPIDelete(api)
      throw ImagingError.languageMissing(model.rawValue)
    }
    return unsafe api
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
  func read(_ bitmap: Bitmap, _ layout: Layout, _ model: Model, symbols: Bool) throws -> OCRReading {
    guard let api = unsafe models[model] else { throw ImagingError.recognitionFailed }
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
