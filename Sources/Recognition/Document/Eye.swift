import Imaging

/// Has the engine of character recognition at hand, loaded when the first picture asks for it.
///
/// Most documents carry text and never ask: with its model in memory, every process forked for them would cost a tenth more. A picture
/// takes seconds to read, beside which the loading (0.1 s) does not count.
final class Eye {
  /// The engine; nil when the language's model is missing here.
  private(set) lazy var engine: OCREngine? = try? OCREngine()
}
