import Forms
import Imaging

extension ScannedPage {
  /// The least height of a pen's strokes, in points: the capitals of an entry are 9 points tall, a signature's loops seldom less than half as tall again.
  private static let leastHeight = 13.0
  /// Points from the side of a frame to its inside.
  private static let border = 3.0
  /// The share of its ink that a drawing has inside; a frame, or what is left of one, has next to none.
  private static let leastInside = 0.3

  /// The share of its box that a pen's ink fills at most; a dark band, slanted and with white letters in it, is fuller.
  private static let mostInk = 0.45

  /// What a pen may have drawn on the page: connected ink taller than print and no frame nor band, narrower than half the page, apart
  /// from the boxes to tick.
  func pens(besides ticks: [TickFrame]) throws -> [InkMark] {
    try unruledInk.components().filter { Double($0.height) >= Self.leastHeight * scale && Double($0.width) >= 4 * scale }.compactMap { piece in
      let mark = box(piece)
      guard piece.width * 2 < unruledInk.width, !ticks.contains(where: { mark.share(in: $0.box.grown(2, 2)) > 0.5 }) else { return nil }
      let (all, inside) = try (unruledInk.ink(in: piece), unruledInk.ink(in: piece.grown(-Int(Self.border * scale), -Int(Self.border * scale))))
      guard Double(all) <= Double(piece.area) * Self.mostInk else { return nil }
      return Double(inside) >= Double(all) * Self.leastInside ? InkMark(kind: .ink, box: mark) : nil
    }
  }
}
