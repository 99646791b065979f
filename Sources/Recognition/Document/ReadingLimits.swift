/// What a document may ask of the reader before it is refused.
package struct ReadingLimits: Sendable {
  package var maximumPages: Int
  /// Pixels of one page's picture.
  package var maximumPixels: Int

  /// Pages that are read from their pictures, at 2 to 3 s each of the 300 s that a document may take: a batch of fifty forms.
  let maximumPictures = 100

  package init(maximumPages: Int = 500, maximumPixels: Int = 40_000_000) {
    (self.maximumPages, self.maximumPixels) = (maximumPages, maximumPixels)
  }
}
