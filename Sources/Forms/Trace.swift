/// What a judgement rests on beside the document, so that it can be made again.
package struct Trace: Hashable, Sendable, Codable {
  /// The SHA-256 of the form's definition, as `sha256:…`.
  package var definition: String
  /// The engines' versions by name.
  package var engines: [String: String]

  package init(definition: String, engines: [String: String]) {
    (self.definition, self.engines) = (definition, engines)
  }
}
