import CLeptonica

extension Bitmap {
  /// The boxes of areas that are ink through and through, at least so wide and high in pixels; letters knocked out of them, whose
  /// strokes are thinner than `holes` pixels, do not break them.
  package func solids(width: Int, height: Int, holes: Int) throws -> [PixelBox] {
    let closed = try unsafe bilevel().making("find solid areas") {
      unsafe pixCloseSafeBrick(nil, $0, Int32(max(holes, 1)), Int32(max(holes, 1)))
    }
    let opened = try unsafe closed.making("find solid areas") {
      unsafe pixOpenBrick(nil, $0, Int32(max(width, 1)), Int32(max(height, 1)))
    }
    return try opened.components()
  }
}
