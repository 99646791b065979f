/// What a document may ask of the reader before it is refused.
package struct ReadingLimits: Sendable {
  package var maximumPages: Int
  /// Pixels of one page's picture.
  package var maximumPixels: Int

  /// Pages that are read from their pictures, at 5 to 8 s each: a form has two.
  let maximumPictures = 30

  package init(maximumPages: Int = 500, maximumPixels: Int = 40_000_000) {
    (self.maximumPages, self.maximumPixels) = (maximumPages, maximumPixels)
  }
}
