/// Says that definition files cannot be used, with everything found wrong in them at once.
///
/// The settings are wrong, not the program: a command that meets it ends with exit code 78.
package struct DefinitionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order of files and lines; never empty.
  package let problems: [DefinitionProblem]

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Points at one mistake in a definition file and tells how to mend it.
package struct DefinitionProblem: Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given to the loader.
  package let file: String
  /// Where in the file, from 1; nil when the file as a whole is meant.
  package let place: Place?
  /// What is wrong, as a sentence.
  package let what: String
  /// What to do about it, as a sentence.
  package let remedy: String

  /// Counts lines and columns from 1; columns count Unicode scalars, as libYAML does.
  package struct Place: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

    package static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  package init(file: String, place: Place?, what: String, remedy: String) {
    (self.file, self.place, self.what, self.remedy) = (file, place, what, remedy)
  }

  /// Reads `form.yaml:12:5: What is wrong. What to do.`, the form that editors and terminals turn into a link.
  package var description: String {
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(position): \(what) \(remedy)"
  }
}
