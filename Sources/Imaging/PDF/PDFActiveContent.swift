extension PDFFile {
  /// What the file would do by itself if a viewer let it: `javascript`, `launch`, `embeddedFile`, `remoteReference`, sorted.
  ///
  /// Scripts of a field that only call the built-in `AF…` functions (formats, sums) are left out: they are how forms show dates.
  package func activeContent() -> [String] {
    var found: Set<String> = []
    func action(_ object: PDFObject, isFormat: Bool = false) {
      var queue = [object]
      var seen = 0
      while let next = queue.popLast(), seen < 64 {
        seen += 1
        switch next["S"].name {
        case "JavaScript", "Rendition":
          if !(isFormat && Self.isBuiltIn(next["JS"])) { found.insert("javascript") }
        case "Launch": found.insert("launch")
        case "GoToR", "GoToE", "SubmitForm", "ImportData": found.insert("remoteReference")
        default: break
        }
        let following = next["Next"]
        queue += following.kind == .array ? following.items(limit: 64) : following.kind == .dictionary ? [following] : []
      }
    }
    func actions(_ holder: PDFObject, isField: Bool = false) {
      action(holder["A"])
      let triggers = holder["AA"]
      for key in triggers.keys { action(triggers[key], isFormat: isField && ["F", "K", "C", "V"].contains(key)) }
    }
    let root = self.root
    if root["OpenAction"].kind == .dictionary { action(root["OpenAction"]) }
    actions(root)
    if !root["Names"]["JavaScript"].isNull { found.insert("javascript") }
    if !root["Names"]["EmbeddedFiles"].isNull || !root["Collection"].isNull { found.insert("embeddedFile") }
    for index in 0..<min(pageCount, 500) {
      let page = self.page(index)
      actions(page)
      for annotation in page["Annots"].items(limit: 2_000) {
        actions(annotation, isField: true)
        if annotation["Subtype"].name == "FileAttachment" { found.insert("embeddedFile") }
        let parent = annotation["Parent"]
        if parent.kind == .dictionary { actions(parent, isField: true) }
      }
    }
    return found.sorted()
  }

  /// Whether a script is nothing but one call of a built-in formatting function.
  private static func isBuiltIn(_ script: PDFObject) -> Bool {
    let text = script.text ?? script.decoded().map { String(decoding: $0, as: UTF8.self) } ?? ""
    let body = text.filter { !$0.isWhitespace && $0 != ";" }
    guard body.hasPrefix("AF"), body.hasSuffix(")"), let open = body.firstIndex(of: "(") else { return false }
    let name = body[..<open]
    return name.allSatisfy { $0.isLetter || $0 == "_" || $0.isNumber } && !body[body.index(after: open)...].dropLast().contains("(")
  }
}
