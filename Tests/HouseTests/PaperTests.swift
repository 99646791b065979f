import Foundation
import Testing

/// What stands on paper, held against what is there.
@Suite struct PaperTests {
  @Test func `the commands that README tells to type can be run`() throws {
    let readme = try House.text("README.md")
    let named = Set(readme.matches(of: /(?:Scripts\/[a-z-]+|\.ci\/run)/).map { String($0.0) })
    #expect(named.isSuperset(of: ["Scripts/demo", "Scripts/test"]))
    for path in named.union([".ci/run", "Scripts/setup"]).sorted() {
      let file = House.root.appending(path: path).path
      #expect(FileManager.default.isExecutableFile(atPath: file), "\(path) is missing or cannot be run")
    }
  }

  @Test func `README names the commands of the program, all of them and no other`() throws {
    let readme = try House.text("README.md")
    let told = Set(readme.matches(of: /(?m)^\| `guichet ([a-z]+)/).map { String($0.1) })
    let root = try House.text("Sources/guichet/Guichet.swift")
    let types = root.matches(of: /\b([A-Z][a-z]+)Command\.self/).map { String($0.1).lowercased() }
    #expect(!types.isEmpty)
    #expect(told == Set(types))
  }

  @Test func `links lead somewhere`() throws {
    let pages =
      try ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map { SourceFile(path: $0, text: try House.text($0)) }
      + House.files(".md", under: "Documentation")
    for page in pages {
      let folder = House.root.appending(path: page.path).deletingLastPathComponent()
      for match in page.text.matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/) where !match.1.contains("://") {
        let target = folder.appending(path: String(match.1)).standardizedFileURL
        #expect(House.exists(target), "\(page.path) links to \(match.1), which is not there")
      }
    }
  }

  @Test func `every rule speaks French and English`() throws {
    for form in try House.folders(in: "Pipelines/forms") {
      let text = try House.text("Pipelines/forms/\(form)/rules.yaml")
      let rules = text.split(separator: /\n  - id:/).dropFirst()
      #expect(!rules.isEmpty, "\(form) has no rules")
      for rule in rules {
        let id = rule.split(whereSeparator: \.isWhitespace).first ?? "?"
        for language in ["fr", "en"] {
          let wording = try Regex("\\n    \(language): *\"?[^\"\\s]")
          #expect(rule.contains(wording), "\(form), \(id): nothing is said in \(language)")
        }
      }
    }
  }

  @Test func `every rule of a form has its own name`() throws {
    for form in try House.folders(in: "Pipelines/forms") {
      let text = try House.text("Pipelines/forms/\(form)/rules.yaml")
      let ids = text.matches(of: /(?m)^  - id: (\S+)/).map { String($0.1) }
      #expect(ids.count == Set(ids).count)
    }
  }
}
