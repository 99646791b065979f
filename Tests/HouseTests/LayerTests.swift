import Foundation
import Testing

@Suite struct LayerTests {
  private let layers: Layers

  init() throws { layers = try Layers() }

  @Test func `every target has its row in the table of layers`() throws {
    let folders = Set(try House.folders(in: "Sources"))
    let listed = Set(layers.rows.keys).union(layers.foreign)
    #expect(folders.subtracting(listed).isEmpty, "in Sources, but not in Documentation/Architecture.md")
    #expect(listed.subtracting(folders).isEmpty, "in Documentation/Architecture.md, but not in Sources")
    #expect(!layers.rows.isEmpty)
  }

  @Test func `a target imports what its row lists and nothing else`() throws {
    for (target, allowed) in layers.rows.sorted(by: { $0.key < $1.key }) {
      var used: Set<String> = []
      for file in try House.files(".swift", under: "Sources/\(target)") {
        let imports = file.imports.subtracting(Layers.free)
        let forbidden = imports.subtracting(allowed).sorted()
        #expect(forbidden.isEmpty, "\(file.path) imports \(forbidden), which the row of \(target) does not list")
        used.formUnion(imports)
      }
      let idle = allowed.subtracting(used).sorted()
      #expect(idle.isEmpty, "the row of \(target) lists \(idle), which nothing there imports")
    }
  }

  @Test func `the package gives a target what its row lists`() throws {
    let package = try House.text("Package.swift")
    for (target, allowed) in layers.rows {
      // From the target's name to the next declaration at the same depth.
      let declarations = package.split(separator: /\n {4}(?=[.a-z\/])/).filter { declaration in
        declaration.hasPrefix("layer(\"\(target)\"")
          || (declaration.hasPrefix(".executableTarget(") && declaration.contains("name: \"\(target)\","))
      }
      let declaration = try #require(declarations.first, "Package.swift declares no target \(target)")
      let products = declaration.matches(of: /\.product\(name: "([^"]+)", package: "[^"]+"\)/)
      let plain = declaration.replacing(/\.product\([^)]*\)/, with: "")
      let names = Set(products.map { String($0.1) } + plain.matches(of: /"([^"]+)"/).map { String($0.1) })
      #expect(names.subtracting([target]) == allowed, "Package.swift and the row of \(target) differ")
    }
  }

  @Test(arguments: ["Forms", "Rules"])
  func `words and judgement touch neither clock nor files nor processes`(target: String) throws {
    for file in try House.files(".swift", under: "Sources/\(target)") {
      let found = ["FileManager", "Date()", "Date.now", "ProcessInfo", "URLSession", "Process()", "contentsOf"]
        .filter(file.text.contains)
      #expect(found.isEmpty, "\(file.path) uses \(found)")
    }
  }
}
