import Foundation

/// What the two output streams are: how wide, and whether colour is welcome.
struct Terminal {
  /// The columns of standard output; nil when it is no terminal, which sets no limit.
  let width: Int?
  let colours: Bool
  /// Whether standard error is a terminal, where progress may be shown.
  let showsProgress: Bool
  let errorWidth: Int

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let isDumb = environment["TERM"] == "dumb"
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    width = isatty(1) == 1 ? columns ?? Self.columns(of: 1) ?? 80 : nil
    colours = isatty(1) == 1 && !noColour && !isDumb
    showsProgress = isatty(2) == 1 && !isDumb
    errorWidth = columns ?? Self.columns(of: 2) ?? 80
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// How a piece of text stands out; plain where colour is not welcome.
enum Style: String {
  case plain = "0"
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"

  /// The text between the terminal's codes for the style.
  func paint(_ text: String, on terminal: Terminal) -> String {
    self == .plain || !terminal.colours || text.isEmpty ? text : "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}
