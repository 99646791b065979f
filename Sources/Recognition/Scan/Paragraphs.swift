import Imaging

/// Tells the first lines of a page's paragraphs from their depth, which holds no label and no entry and takes most of the time to read.
struct Paragraphs {
  /// Pixels a point.
  let scale: Double

  /// Lines of a paragraph that are read: a commitment's first words may stand below a sentence of two lines.
  private static let head = 3
  /// Points from which a line is one of a paragraph's: no label or entry of two lines is as wide in both.
  private static let width = 190.0

  /// The segments without those that follow three and more full lines, evenly spaced and flush left with them.
  ///
  /// A line that ends before the others' middle closes its paragraph.
  func heads(of segments: [Segment]) -> [Segment] {
    let segments = segments.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    let sorted = segments.map(\.box)
    var rank = [Int](repeating: 0, count: sorted.count)
    for (index, line) in sorted.enumerated() {
      let above = sorted[..<index].indices.reversed().prefix(40).first { other in
        let before = sorted[other]
        let step = Double(line.maxY - before.maxY)
        return step > Double(line.height) * 0.6 && step < Double(max(line.height, before.height)) * 1.7
          && abs(line.x - before.x) < line.height && Double(before.width) > Self.width * scale
          && Double(abs(line.height - before.height)) < Double(before.height) * 0.5
      }
      guard let above else { continue }
      // A line much shorter than the one before it is the paragraph's last: what follows begins anew by its own width.
      rank[index] = sorted[above].width * 10 < line.width * 7 ? 0 : rank[above] + 1
    }
    // A short line may be a label that stands right under a paragraph, « SIGNATURE ».
    return sorted.indices.filter { rank[$0] < Self.head || Double(sorted[$0].width) < Self.width * scale * 0.5 }.map { segments[$0] }
  }
}
