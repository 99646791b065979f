import Foundation

/// A program of the machine that looks at a PDF independently of ours; tests that need one run where it is installed.
struct Program: Sendable {
  static let qpdf = Program("qpdf", ["--check"])
  static let pdfinfo = Program("pdfinfo", [])
  static let structure = Program("pdfinfo", ["-struct-text"])
  static let pdffonts = Program("pdffonts", [])
  static let pdftotext = Program("pdftotext", ["-layout"], output: ["-"])

  let path: String
  let options: [String]
  let lastOptions: [String]

  init(_ name: String, _ options: [String], output: [String] = []) {
    (path, self.options, lastOptions) = ("/usr/bin/\(name)", options, output)
  }

  var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// What the program prints about the file; nil when it is not installed or fails.
  func output(of pdf: [UInt8]) -> String? {
    guard isInstalled else { return nil }
    let file = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = options + [file.path] + lastOptions
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? Data(pdf).write(to: file)) != nil, (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
