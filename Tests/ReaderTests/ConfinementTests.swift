import Foundation
import Testing

@testable import Reader

/// What a document that has taken over its process may still do: nothing.
@Suite struct ConfinementTests {
  @Test(arguments: [
    "inet", "unix", "exec", "fork", "spawn", "write a file", "write the document", "reopen the document",
    "signal the server", "signal everyone", "leave the group", "memory to run", "unlink", "raise limits",
  ])
  func `a reading is refused what it has no business with`(attempt: String) throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    #expect(try said(attempt, by: reader)?.hasPrefix("refused") == true)
  }

  @Test func `a reading may not open files beyond fonts and models where the kernel has Landlock`() throws {
    guard try Protections.probe(quickSettings("guichet-reader")).landlock > 0 else { return }
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    #expect(try said("read a file", by: reader)?.hasPrefix("refused") == true)
  }

  @Test func `a reading holds three empty descriptors, its document and its answer`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    #expect(try said("descriptors", by: reader) == "0+1+2+3+4")
  }

  @Test func `a reading cannot kill its server`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    #expect(try said("kill the server", by: reader) == "alive")
  }

  @Test func `a broken pipe and endless messages harm nobody`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    #expect(try said("broken pipe", by: reader) == "refused")
    #expect(try said("endless messages", by: reader) == "done")
  }

  @Test func `the self-test finds what the worker needs`() throws {
    #expect(try Protections.probe(quickSettings("guichet-reader")).suffices)
  }
}
