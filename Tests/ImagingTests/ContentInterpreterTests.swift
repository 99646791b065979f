import Testing

@testable import Imaging

struct ContentInterpreterTests {
  private let empty = "<< /Type /Catalog /Pages 2 0 R >>"

  /// What a content stream paints on a Letter page.
  private func graphics(_ content: String) throws -> PageGraphics {
    let objects = [
      empty, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
    ]
    let body = objects.enumerated().map { "\($0.offset + 1) 0 obj\n\($0.element)\nendobj\n" }.joined()
    let file = try PDFFile(Array(("%PDF-1.4\n" + body + "trailer << /Size 5 /Root 1 0 R >>\n%%EOF\n").utf8))
    return file.graphics(ofPage: 0, space: PageSpace(file.page(0)))
  }

  @Test func `a frame painted as the space between two outlines is drawn, not filled`() throws {
    let shape = try #require(try graphics("0 g 100 100 10 10 re 101 101 8 8 re f*").shapes.first)
    #expect(shape.isStroked && shape.fill == nil && shape.isRectangle)
    #expect(try graphics("0 g 100 100 10 10 re 101 101 8 8 re f*").segments.count == 4)
    // A square in the middle of another is its mark.
    #expect(try graphics("0 g 100 100 20 20 re 107 107 6 6 re f*").shapes.allSatisfy { $0.fill != nil })
  }

  @Test func `a clip cuts what is painted, until its state is restored`() throws {
    let graphics = try graphics("q 100 100 50 1 re W n 0 g 0 0 612 792 re f 0 50 m 612 50 l S Q 0 0 612 792 re f")
    #expect(graphics.shapes.map { [$0.box.x0, $0.box.x1, $0.box.height] } == [[100, 150, 1], [0, 612, 792]])
    #expect(graphics.segments.isEmpty)
  }

  @Test func `white letters on a gradient are seen`() throws {
    let letters = "BT /F 10 Tf 1 g 1 0 0 1 110 105 Tm (Utilisateur) Tj ET"
    #expect(try graphics(letters).hidesText(atX: 115, y: 792 - 108))
    let shaded = try graphics("q 100 100 200 20 re W n /S sh Q " + letters)
    #expect(!shaded.hidesText(atX: 115, y: 792 - 108))
    // A gradient is no shape that might be taken for a mark.
    #expect(shaded.shapes.isEmpty && shaded.shadings.count == 1)
    // What is painted over it counts again.
    #expect(try graphics("q 100 100 200 20 re W n /S sh Q 1 g 100 100 200 20 re f " + letters).hidesText(atX: 115, y: 792 - 108))
  }

  @Test func `round corners drawn in pieces make a frame, a scrawl none`() throws {
    // Quarter circles of 10 points, two curves each.
    let box = """
      110 100 m 190 100 l 193 100 195.5 101.1 197.07 102.93 c 198.9 104.5 200 107 200 110 c 200 130 l 200 133 198.9 135.5 197.07 137.07 c
      195.5 138.9 193 140 190 140 c 110 140 l 107 140 104.5 138.9 102.93 137.07 c 101.1 135.5 100 133 100 130 c 100 110 l
      100 107 101.1 104.5 102.93 102.93 c 104.5 101.1 107 100 110 100 c s
      """
    #expect(try graphics(box).shapes.first?.isFrame == true)
    #expect(try graphics("100 100 m 120 140 150 90 160 120 c 170 150 180 110 200 125 c S").shapes.first?.isFrame == false)
    // A scrawl of one curve, whose inner points alone would lie on its box's sides; a loop; an oval drawn by hand around nothing.
    #expect(try graphics("100 100 m 120 160 150 60 190 110 c S").shapes.first?.isFrame == false)
    #expect(try graphics("100 100 m 180 160 20 160 100 100 c s").shapes.first?.isFrame == false)
    let oval = "100 120 m 100 131 122 140 150 140 c 178 140 200 131 200 120 c 200 109 178 100 150 100 c 122 100 100 109 100 120 c s"
    #expect(try graphics(oval).shapes.first?.isFrame == false)
  }

  @Test func `a curve reaches as far as its ink, whichever operator draws it`() throws {
    for curve in ["100 100 m 100 140 140 140 140 100 c S", "100 100 m 100 140 140 140 140 100 c 140 100 140 100 y S"] {
      let box = try #require(try graphics(curve).shapes.first?.box)
      #expect(box.x0 == 100 && box.x1 == 140 && abs(box.height - 30) < 0.01)
    }
  }
}
