/// Follows the operators of a content stream and lists what they paint.
///
/// It keeps the little state that tells lines, boxes, images and text apart; colours are kept as lightness only.
/// Nested forms are followed to a depth of 8, and at most a million operators are read.
struct ContentInterpreter {
  private struct State {
    var ctm: Transform
    var lineWidth = 1.0
    var fill = 0.0
    var stroke = 0.0
    var fillAlpha = 1.0
    var font: FontDecoder?
    var size = 0.0
    var mode = 0
    var characterSpace = 0.0
    var wordSpace = 0.0
    var stretch = 1.0
    var leading = 0.0
    var rise = 0.0
    /// The box that holds all that may still be painted; nil where nothing is cut off.
    var clip: PageBox?
  }

  private(set) var graphics = PageGraphics()
  private var state: State
  private var order = 0
  private var operators = 0

  /// The path under construction: subpaths of points as seen on the page.
  private var path: [Subpath] = []

  init(space: Transform) { state = State(ctm: space) }

  /// Reads a content stream with the resources its names refer to.
  mutating func run(_ content: [UInt8], resources: PDFObject, depth: Int = 0) {
    guard depth <= 8 else {
      graphics.isIncomplete = true
      return
    }
    var scanner = ContentScanner(content)
    var stack: [State] = []
    var operands: [ContentToken] = []
    var (text, line) = (Transform.identity, Transform.identity)
    var (clipPending, inText) = (false, false)

    func n(_ fromEnd: Int) -> Double {
      let index = operands.count - 1 - fromEnd
      if index >= 0, case .number(let value) = operands[index] { return value }
      return 0
    }
    func point(_ fromEnd: Int) -> (x: Double, y: Double) { state.ctm.apply(n(fromEnd), n(fromEnd - 1)) }
    // What is named there and was lost with its object leaves a gap on the page.
    func resource(_ kind: String, _ name: String) -> PDFObject {
      let list = resources[kind]
      let found = list[name]
      if resources.isLost || list.isLost || found.isLost { graphics.isIncomplete = true }
      return found
    }
    // A page names its few fonts before each piece of text.
    var fonts: [String: FontDecoder?] = [:]
    func font(_ name: String) -> FontDecoder? {
      if let known = fonts[name] { return known }
      let object = resource("Font", name)
      let font = object.file.font(object)
      fonts[name] = .some(font)
      return font
    }
    func lastName() -> String? { if case .name(let name)? = operands.last { name } else { nil } }

    while let token = scanner.next() {
      guard case .keyword(let op) = token else {
        if case .inlineImage = token { placeImage(nil) }
        operands.append(token)
        if operands.count > 4096 { operands.removeFirst(2048) }
        continue
      }
      operators += 1
      if operators > 1_000_000 {
        graphics.isIncomplete = true
        return
      }
      // The operators of text come first, since most of a form's are.
      switch op {
      case "BT": (text, line, inText) = (.identity, .identity, true)
      case "ET": inText = false
      case "Tf":
        state.size = n(0)
        if operands.count >= 2, case .name(let name) = operands[operands.count - 2] { state.font = font(name) }
      case "Tr": state.mode = Int(n(0))
      case "Tc": state.characterSpace = n(0)
      case "Tw": state.wordSpace = n(0)
      case "Tz": state.stretch = n(0) / 100
      case "TL": state.leading = n(0)
      case "Ts": state.rise = n(0)
      case "Td", "TD":
        if op == "TD" { state.leading = -n(0) }
        line = Transform(1, 0, 0, 1, n(1), n(0)).then(line)
        text = line
      case "Tm":
        line = Transform(n(5), n(4), n(3), n(2), n(1), n(0))
        text = line
      case "T*", "'", "\"":
        if op == "\"", operands.count >= 3 { (state.wordSpace, state.characterSpace) = (n(2), n(1)) }
        line = Transform(1, 0, 0, 1, 0, -state.leading).then(line)
        text = line
        if op != "T*", case .string(let bytes)? = operands.last { show([.string(bytes)], &text) }
      case "Tj": if case .string(let bytes)? = operands.last { show([.string(bytes)], &text) }
      case "TJ": show(operands, &text)
      case "q": if stack.count < 512 { stack.append(state) }
      case "Q": if let saved = stack.popLast() { state = saved }
      case "cm":
        state.ctm = Transform(n(5), n(4), n(3), n(2), n(1), n(0)).then(state.ctm)
      case "w": state.lineWidth = n(0)
      case "g": state.fill = n(0)
      case "G": state.stroke = n(0)
      case "rg": state.fill = Self.lightness(n(2), n(1), n(0))
      case "RG": state.stroke = Self.lightness(n(2), n(1), n(0))
      case "k": state.fill = Self.lightness(cmyk: (n(3), n(2), n(1), n(0)))
      case "K": state.stroke = Self.lightness(cmyk: (n(3), n(2), n(1), n(0)))
      case "cs": state.fill = 0
      case "CS": state.stroke = 0
      case "sc", "scn": state.fill = Self.lightness(operands)
      case "SC", "SCN": state.stroke = Self.lightness(operands)
      case "gs":
        if let name = lastName(), let alpha = resources["ExtGState"][name]["ca"].double { state.fillAlpha = alpha }
      case "m": path.append(Subpath(from: point(1)))
      case "l": if !path.isEmpty { path[path.count - 1].line(to: point(1)) }
      // Where only one of a curve's two inner points is written, the other is the end it stands for.
      case "c": if !path.isEmpty { path[path.count - 1].curve(point(5), point(3), to: point(1)) }
      case "v": if let last = path.last?.points.last { path[path.count - 1].curve(last, point(3), to: point(1)) }
      case "y": if !path.isEmpty { path[path.count - 1].curve(point(3), point(1), to: point(1)) }
      case "h": if !path.isEmpty { path[path.count - 1].close() }
      case "re":
        let (x, y, w, h) = (n(3), n(2), n(1), n(0))
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)].map { state.ctm.apply($0.0, $0.1) }
        path.append(Subpath(rectangle: corners))
      case "W", "W*": clipPending = true
      case "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*":
        let clip = clipPending ? bounds : nil
        switch op {
        case "S": paint(stroke: true, fill: false)
        case "s": paint(stroke: true, fill: false, close: true)
        case "f", "F", "f*": paint(stroke: false, fill: true)
        case "B", "B*": paint(stroke: true, fill: true)
        case "b", "b*": paint(stroke: true, fill: true, close: true)
        default: endPath()
        }
        if let clip { state.clip = state.clip.map { $0.intersection(clip) ?? Self.nowhere } ?? clip }
        clipPending = false
      case "sh": if let name = lastName() { shade(resource("Shading", name)) }
      case "Do":
        if let name = lastName() { place(resource("XObject", name), resources, depth: depth) }
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
    // A content that breaks off does so within a string, before an operator, or within a text.
    if scanner.endsWithin || !operands.isEmpty || inText { graphics.isIncomplete = true }
  }

  // MARK: Paths

  private mutating func endPath() { path.removeAll(keepingCapacity: true) }

  /// The box of the path under construction.
  private var bounds: PageBox {
    let boxes = path.map(\.box)
    return boxes.dropFirst().reduce(boxes.first ?? PageBox(0, 0, 0, 0)) { $0.union($1) }
  }

  private mutating func paint(stroke: Bool, fill: Bool, close: Bool = false) {
    order += 1
    let width = state.lineWidth * state.ctm.scale
    let rings = stroke ? [] : Subpath.rings(in: path)
    for (index, subpath) in path.enumerated() where graphics.shapes.count + graphics.segments.count < 200_000 {
      let points = subpath.points
      guard let first = points.first else { continue }
      let whole = subpath.box
      guard let box = seen(whole) else { continue }
      // A shape without extent is not seen, nor what the clip leaves no more than an edge of.
      if subpath.isCurved, max(box.width, box.height) < 0.5 { continue }
      if min(whole.width, whole.height) > 0.05, min(box.width, box.height) < 0.02 { continue }
      let closed = close || subpath.returns
      let isRectangle = closed && subpath.isAxisRectangle
      if rings.contains(where: { $0.inner == index }) { continue }
      // A frame painted as the space between two outlines is the outer one drawn with a pen.
      let ring = rings.first { $0.outer == index }
      if fill && state.fillAlpha > 0 || (isRectangle && stroke) || subpath.isCurved {
        graphics.shapes.append(
          PageGraphics.Shape(
            box: box, isRectangle: isRectangle || box != whole, isStroked: stroke || ring != nil,
            isFrame: isRectangle || (closed || fill) && subpath.outlinesItsBox,
            fill: fill && ring == nil && state.fillAlpha > 0.5 ? state.fill : nil, order: order))
      }
      guard stroke || ring != nil && isRectangle, !subpath.isCurved else { continue }
      let sides = closed || ring != nil ? points + [first] : points
      let (penWidth, tone) = ring.map { ($0.width, state.fill) } ?? (width, state.stroke)
      for (a, b) in zip(sides, sides.dropFirst()) {
        guard let (a, b) = clipped(a, b) else { continue }
        graphics.segments.append(
          PageGraphics.Segment(x0: a.x, y0: a.y, x1: b.x, y1: b.y, width: penWidth, order: order, isWhite: tone > 0.97))
      }
    }
    endPath()
  }

  /// Notes a gradient, as far as its clip lets it be seen.
  private mutating func shade(_ shading: PDFObject) {
    order += 1
    guard state.fillAlpha > 0.5, graphics.shadings.count < 2_000 else { return }
    let function = shading["Function"]
    let ends = ["C0", "C1"].compactMap { key in function[key].numbers(min(function[key].count, 4)).map(Self.lightness(of:)) }
    graphics.shadings.append(
      PageGraphics.Shading(
        box: state.clip ?? PageBox(-1e6, -1e6, 1e6, 1e6), ends: ends.count == 2 ? (ends[0], ends[1]) : nil, order: order))
  }

  /// A clip that leaves nothing.
  private static let nowhere = PageBox(-1e9, -1e9, -1e9, -1e9)

  /// The part of a box that the clip leaves; nil when it leaves none.
  private func seen(_ box: PageBox) -> PageBox? { state.clip.map { $0.intersection(box) } ?? box }

  /// The part of a stroke that the clip leaves; nil when it leaves none. A slanted stroke is kept whole where any of it may be seen.
  private func clipped(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> ((x: Double, y: Double), (x: Double, y: Double))? {
    guard let clip = state.clip else { return (a, b) }
    let (x0, x1, y0, y1) = (min(a.x, b.x), max(a.x, b.x), min(a.y, b.y), max(a.y, b.y))
    // A pen that runs along the clip's edge leaves half its width.
    let reach = 0.5
    guard x1 >= clip.x0 - reach, x0 <= clip.x1 + reach, y1 >= clip.y0 - reach, y0 <= clip.y1 + reach else { return nil }
    guard x1 - x0 < 0.5 || y1 - y0 < 0.5 else { return (a, b) }
    let inside = { (p: (x: Double, y: Double)) in (x: min(max(p.x, clip.x0), clip.x1), y: min(max(p.y, clip.y0), clip.y1)) }
    return (inside(a), inside(b))
  }

  // MARK: Images and nested forms

  private mutating func placeImage(_ object: PDFObject?) {
    order += 1
    guard let box = seen(state.ctm.box(0, 0, 1, 1)) else { return }
    let isMasked = ["SMask", "Mask"].contains { object?[$0].isNull == false } || object?["ImageMask"].bool == true
    graphics.images.append(
      PageGraphics.Image(
        box: box, object: object, isOpaque: !isMasked && state.fillAlpha > 0.9, order: order))
  }

  private mutating func place(_ object: PDFObject, _ outer: PDFObject, depth: Int) {
    switch object["Subtype"].name {
    case "Image": placeImage(object)
    case "Form":
      guard let content = object.decoded() else {
        graphics.isIncomplete = true
        return
      }
      let saved = state
      if let matrix = Transform(object["Matrix"].numbers(6)) { state.ctm = matrix.then(state.ctm) }
      // Old files leave out the resources of a form that are the page's.
      let own = object["Resources"]
      let resources = own.kind == .dictionary ? own : outer
      run(content, resources: resources, depth: depth + 1)
      state = saved
    default: break
    }
  }

  // MARK: Text

  private mutating func show(_ pieces: [ContentToken], _ text: inout Transform) {
    order += 1
    let toPage = { (s: State, t: Transform) in
      Transform(s.size * s.stretch, 0, 0, s.size, 0, s.rise).then(t).then(s.ctm)
    }
    let start = toPage(state, text)
    var (words, known, glyphs) = ("", true, 0)
    for piece in pieces {
      switch piece {
      case .number(let shift):
        let move = -shift / 1000 * state.size * state.stretch
        // A gap of a fifth of the size reads as a space.
        if shift < -200, !words.isEmpty, words.last != " " { words += " " }
        text = Transform(1, 0, 0, 1, move, 0).then(text)
      case .string(let bytes):
        for glyph in state.font?.glyphs(bytes) ?? bytes.map({ FontDecoder.Glyph(text: nil, width: 0.5, isSpace: $0 == 32) }) {
          if let meaning = glyph.text { words += meaning } else { known = false }
          glyphs += 1
          let advance =
            (glyph.width * state.size + state.characterSpace + (glyph.isSpace ? state.wordSpace : 0)) * state.stretch
          text = Transform(1, 0, 0, 1, advance, 0).then(text)
        }
      default: break
      }
    }
    let end = toPage(state, text)
    let (a, b) = (start.apply(0, -0.2), start.apply(0, 0.75))
    let (c, d) = (end.apply(0, -0.2), end.apply(0, 0.75))
    let box = PageBox(
      min(a.x, b.x, c.x, d.x), min(a.y, b.y, c.y, d.y), max(a.x, b.x, c.x, d.x), max(a.y, b.y, c.y, d.y))
    guard graphics.runs.count < 200_000 else { return }
    graphics.runs.append(
      PageGraphics.Run(
        box: box, text: known ? words : nil, glyphs: glyphs, size: state.size * state.ctm.scale,
        isInvisible: state.mode == 3 || state.mode == 7 || state.fillAlpha < 0.05, lightness: state.fill, order: order))
  }

  // MARK: Colours

  private static func lightness(_ r: Double, _ g: Double, _ b: Double) -> Double { 0.3 * r + 0.59 * g + 0.11 * b }

  private static func lightness(cmyk: (Double, Double, Double, Double)) -> Double {
    let (c, m, y, k) = cmyk
    return lightness((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k))
  }

  private static func lightness(_ operands: [ContentToken]) -> Double {
    lightness(of: operands.compactMap { if case .number(let v) = $0 { v } else { nil } })
  }

  /// By the number of components: grey, red, green and blue, or the four printing inks.
  private static func lightness(of values: [Double]) -> Double {
    switch values.count {
    case 1: return values[0]
    case 3: return lightness(values[0], values[1], values[2])
    case 4: return lightness(cmyk: (values[0], values[1], values[2], values[3]))
    default: return 0.5
    }
  }
}

extension PDFFile {
  /// Lists what a page paints (its annotations apart).
  package func graphics(ofPage index: Int, space: PageSpace) -> PageGraphics {
    let page = self.page(index)
    var interpreter = ContentInterpreter(space: space.fromUser)
    interpreter.run(page.pageContent(), resources: PageSpace.inherited("Resources", page))
    if interpreter.graphics.isIncomplete { noteDamage() }
    return interpreter.graphics
  }

  /// Lists what an appearance stream paints inside the rectangle of its annotation (ISO 32000-1, 12.5.5).
  package func graphics(ofAppearance stream: PDFObject, rect: [Double], space: PageSpace) -> PageGraphics {
    let box = stream["BBox"].numbers(4) ?? [0, 0, rect[2] - rect[0], rect[3] - rect[1]]
    let matrix = Transform(stream["Matrix"].numbers(6)) ?? .identity
    let shown = matrix.box(box[0], box[1], box[2], box[3])
    let (rx, ry) = (min(rect[0], rect[2]), min(rect[1], rect[3]))
    let sx = shown.width > 0 ? abs(rect[2] - rect[0]) / shown.width : 1
    let sy = shown.height > 0 ? abs(rect[3] - rect[1]) / shown.height : 1
    let fit = Transform(sx, 0, 0, sy, rx - shown.x0 * sx, ry - shown.y0 * sy)
    var interpreter = ContentInterpreter(space: matrix.then(fit).then(space.fromUser))
    interpreter.run(stream.decoded() ?? [], resources: stream["Resources"])
    if interpreter.graphics.isIncomplete { noteDamage() }
    return interpreter.graphics
  }
}
