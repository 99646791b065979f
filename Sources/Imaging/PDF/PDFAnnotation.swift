/// An annotation of a page: a widget of a form field, a typed remark, a stamp, ink.
package struct PDFAnnotation {
  package let object: PDFObject
  /// `Widget`, `FreeText`, `Stamp`, `Ink`, `Link`…
  package let subtype: String
  package let rect: [Double]
  package let box: PageBox
  /// The stream a viewer paints, chosen by the appearance state when there are several.
  package let appearance: PDFObject?
  /// The names of the appearance states other than `Off`.
  package let onStates: [String]

  /// Whether a viewer shows it: neither hidden, nor no-view.
  package let isShown: Bool

  /// Reads what every kind of annotation has; nil for one without subtype or rectangle.
  init?(_ object: PDFObject, space: PageSpace) {
    guard let subtype = object["Subtype"].name, let rect = object["Rect"].numbers(4) else { return nil }
    (self.object, self.subtype, self.rect) = (object, subtype, rect)
    box = space.fromUser.box(rect[0], rect[1], rect[2], rect[3])
    isShown = (object["F"].int ?? 0) & 0b10_0010 == 0
    let normal = object["AP"]["N"]
    if normal.kind == .dictionary {
      onStates = normal.keys.filter { $0 != "Off" }
      let chosen = normal[object["AS"].name ?? "Off"]
      appearance = chosen.kind == .stream ? chosen : nil
    } else {
      (onStates, appearance) = ([], normal.kind == .stream ? normal : nil)
    }
  }

  /// Lists what its appearance paints, in points of the page.
  package func graphics(space: PageSpace) -> PageGraphics? {
    appearance.map { object.file.graphics(ofAppearance: $0, rect: rect, space: space) }
  }
}

extension PDFFile {
  /// The annotations of a page, at most 30,000, those without a rectangle left out.
  package func annotations(ofPage index: Int, space: PageSpace) -> [PDFAnnotation] {
    page(index)["Annots"].items(limit: 30_000).compactMap { item in
      let annotation = PDFAnnotation(item, space: space)
      if item.kind != .dictionary { noteDamage() }
      return annotation
    }
  }
}
