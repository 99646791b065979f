import Definitions
import Foundation
@testable import Forms
@testable import Imaging
@testable import Recognition

let arguments = CommandLine.arguments
let form = try loadForm(at: URL(filePath: "/work/main/Pipelines/forms/acces-sel-etablissements")).definition
let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
let wanted = arguments.count > 2 ? Int(arguments[2])! : 1
let zone: Box? = ProcessInfo.processInfo.environment["ZONE"].map { let n = $0.split(separator: ",").map { Double($0)! }; return Box(n[0], n[1], n[2], n[3]) }
func f(_ b: Box) -> String { String(format: "%.1f %.1f %.1f %.1f", b.x0, b.y0, b.x1, b.y1) }
func say(_ kind: String, _ b: Box, _ rest: String) { if zone.map({ $0.intersection(b) != nil || $0.contains(x: b.midX, y: b.midY) }) ?? true { print(kind, f(b), rest) } }
let finder = LabelFinder(form)
var pages: [FormPage] = []
if bytes.starts(with: Array("%PDF".utf8)) {
  let file = try PDFFile(bytes)
  let text = PopplerPDF(bytes)
  let reader = PDFPageReader(file: file, text: text, needsAppearances: file.root["AcroForm"]["NeedAppearances"].bool ?? false)
  let doc = PDFDocumentReader(definition: form, limits: ReadingLimits(), finder: finder, eye: Eye(), leavesOpen: false)
  for index in 0..<file.pageCount {
    let (content, graphics) = reader.read(index)
    if doc.needsPicture(content, graphics) {
      if case .page(let scanned) = doc.picture(of: index, file: file, text: text, content: content, graphics: graphics) {
        if index + 1 == wanted, arguments.count > 3 {
          let mirror = Mirror(reflecting: scanned.scan!)
          for child in mirror.children { if child.label == (arguments.count > 4 ? arguments[4] : "grey"), let bitmap = child.value as? Bitmap { try bitmap.writePGM(arguments[3]) } }
        }
        pages.append(FormPage(scanned, finder))
      }
    } else {
      if ProcessInfo.processInfo.environment["G"] != nil, index + 1 == wanted {
        for s in graphics.shapes { say("SHAPE", Box(s.box), "rect \(s.isRectangle) stroked \(s.isStroked) frame \(s.isFrame) fill \(s.fill ?? -1) o\(s.order)") }
        for s in graphics.segments { say("SEG", Box(min(s.x0,s.x1), min(s.y0,s.y1), max(s.x0,s.x1), max(s.y0,s.y1)), "w \(s.width) white \(s.isWhite) o\(s.order)") }
        for s in graphics.images { say("IMG", Box(s.box), "o\(s.order)") }
      }
      pages.append(FormPage(content, finder))
    }
  }
}
let map = FormMap(form, pages: pages)
for page in pages where page.content.number == wanted {
  let c = page.content
  for w in c.words { say("W", w.box, "\(w.text) [\(w.font) \(String(format: "%.1f", w.size))]\(w.isEntered ? " entered" : "") \(String(format: "%.2f", w.confidence))") }
  for r in c.rules { say("R", r.box, r.isHorizontal ? "h" : "v") }
  for b in c.frames { say("F", b, "") }
  for t in c.ticks { say("T", t.box, "\(t.state) \(t.source)") }
  for m in c.marks { say("M", m.box, "\(m.kind)") }
  for e in c.entries { say("E", e.box, "\(e.text ?? "nil") sig \(e.isSignature)") }
  for o in page.found { say("O", o.box, "\(o.roles) \(o.words.map { c.words[$0].text }.joined(separator: " "))") }
  for s in map.unnamed[wanted] ?? [] { say("U", s.box, "unnamed \(s.origin)") }
  for h in map.sections.headings where h.page == wanted { print("H", h.section, f(h.box), h.isInferred ? "inferred" : "") }
}
for (id, p) in map.placements.sorted(by: { $0.key < $1.key }) where p.page == wanted {
  say("P", p.label, "\(id) \(p.relation.map { "\($0)" } ?? "nil") shared \(p.isShared) contested \(p.isContested) slots " + p.slots.map { "(\(f($0.box)) \($0.origin))" }.joined(separator: " "))
}
for (id, o) in map.ticks.sorted(by: { $0.key < $1.key }) { for (k, t) in o where t.page == wanted { say("K", t.label, "\(id) \(k) frame \(f(t.frame.box)) \(t.frame.state)") } }
if let pt = ProcessInfo.processInfo.environment["PT"] { let n = pt.split(separator: ",").map { Double($0)! }; print("CELL", pages.first { $0.content.number == wanted }!.grid.cell(aroundX: n[0], y: n[1]).map(f) ?? "nil") }
let reading = FormReader(form).read(pages)
for (id, r) in reading.fields.sorted(by: { $0.key < $1.key }) { if ProcessInfo.processInfo.environment["V"] != nil { print("V", id, r.value, r.doubtful) } }
extension Bitmap {
  func writePGM(_ path: String) throws {
    var out = Data("P5\n\(width) \(height)\n255\n".utf8)
    out.append(Data(try greyBytes()))
    try out.write(to: URL(filePath: path))
  }
}
