import Foundation

/// The files to work on, and what was named but cannot be taken.
struct FileSearch {
  /// In the order of the arguments; those of a folder by path.
  private(set) var files: [String] = []
  /// Arguments that are neither files nor folders one may enter, with the reason.
  private(set) var refused: [(path: String, reason: String)] = []
  /// Folders in which there is nothing to take, as an inbox often is: no fault, but worth a word.
  private(set) var empty: [String] = []

  /// Looks through files and folders; follows no link inside a folder, and leaves out hidden files, JSON and the files
  /// that say when others were received.
  init(_ paths: [String], _ say: Voice) {
    for path in paths { take(path, say) }
  }

  /// Says on standard error which folders are empty.
  func noteEmpty(_ say: Voice) {
    for path in empty { note(path, say("aucun fichier dans ce répertoire", "no file in this folder"), say) }
  }

  private mutating func take(_ path: String, _ say: Voice) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else {
      refused.append((path, words(errno, say)))
      return
    }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR:
      let before = (files.count, refused.count)
      search(path, say)
      if before == (files.count, refused.count) { empty.append(path) }
    case S_IFREG:
      if unsafe access(path, R_OK) == 0 {
        files.append(path)
      } else {
        refused.append((path, words(errno, say)))
      }
    default: refused.append((path, say("ni fichier ni répertoire", "neither a file nor a folder")))
    }
  }

  private mutating func search(_ folder: String, _ say: Voice) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      refused.append((folder, say("répertoire illisible", "the folder cannot be read")))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = (folder.hasSuffix("/") ? folder : folder + "/") + name
      var facts = stat()
      guard unsafe lstat(path, &facts) == 0 else {
        refused.append((path, name.contains("\u{FFFD}") ? Self.notUTF8(say) : words(errno, say)))
        continue
      }
      switch facts.st_mode & S_IFMT {
      case S_IFDIR: search(path, say)
      case S_IFREG where !Self.isCompanion(name): files.append(path)
      default: break
      }
    }
  }

  /// A name in another encoding comes to us with its bytes already replaced, so the file cannot be opened by it.
  private static func notUTF8(_ say: Voice) -> String {
    say("le nom du fichier n’est pas en UTF-8 : renommez-le", "the file’s name is not UTF-8: rename it")
  }

  private static func isCompanion(_ name: String) -> Bool {
    [".json", ".received"].contains { name.lowercased().hasSuffix($0) }
  }
}
