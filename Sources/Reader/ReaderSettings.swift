/// What the reading of one document may cost, and how the workers are run.
package struct ReaderSettings: Hashable, Sendable {
  /// The worker's program; nil for `guichet-reader` beside the running executable.
  package var program: String?
  /// Bytes of address space for one document, the worker's libraries included.
  package var memory: Int
  /// CPU seconds for any document, for each of its pages, and at most. A scanned page takes three to five where the
  /// machine is busy. Pages are reckoned from bytes, by the leanest scans: such a form of two pages has twice what it
  /// needs, and most scans, with more bytes a page, far more. The deadline is `SANDBOX_DEADLINE_FACTOR` times that.
  package var processorBase: Int
  package var processorPerPage: Int
  package var processorMaximum: Int
  /// Pages that are read; a document with more overruns.
  package var maximumPages: Int
  /// Pixels of one page or image.
  package var maximumPixels: Int
  /// Bytes of a document; a larger one is not opened.
  package var maximumBytes: Int
  /// Bytes of the worker's answer.
  package var maximumAnswer: Int
  /// Documents that one server reads before a fresh one takes its place: its children share its memory layout, and an
  /// attacker shall not learn it by trying.
  package var documentsPerServer: Int

  package init(
    program: String? = nil, memory: Int = 1 << 30, processorBase: Int = 20, processorPerPage: Int = 2,
    processorMaximum: Int = 300, maximumPages: Int = 500, maximumPixels: Int = 40_000_000,
    maximumBytes: Int = 100 << 20, maximumAnswer: Int = 16 << 20, documentsPerServer: Int = 200
  ) {
    (self.program, self.memory, self.processorBase) = (program, memory, processorBase)
    (self.processorPerPage, self.processorMaximum) = (processorPerPage, processorMaximum)
    (self.maximumPages, self.maximumPixels, self.maximumBytes) = (maximumPages, maximumPixels, maximumBytes)
    (self.maximumAnswer, self.documentsPerServer) = (maximumAnswer, documentsPerServer)
  }
}
