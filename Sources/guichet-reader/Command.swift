import Recognition

/// What the worker was started for.
enum Command {
  case serve(ReadingLimits)
  case probe

  /// Reads `--serve --maximum-pages N --maximum-pixels N` or `--probe`, and nothing else.
  init(_ arguments: some Sequence<String>) throws(WorkerError) {
    let arguments = Array(arguments)
    if arguments == ["--probe"] {
      self = .probe
      return
    }
    guard arguments.count == 5, arguments[0] == "--serve",
      arguments[1] == "--maximum-pages", let pages = Int(arguments[2]),
      arguments[3] == "--maximum-pixels", let pixels = Int(arguments[4]), pages > 0, pixels > 0
    else { throw .usage }
    self = .serve(ReadingLimits(maximumPages: pages, maximumPixels: pixels))
  }
}
