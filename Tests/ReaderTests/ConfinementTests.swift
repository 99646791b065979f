import CSandbox
import Foundation
import Testing

@testable import Reader

/// What a document that has taken over its process may still do: nothing.
@Suite struct ConfinementTests {
  // By the kernel's number of the refusal one sees what refused: the filter says EPERM and comes before all else.
  @Test(arguments: [
    ("inet", EPERM), ("unix", EPERM), ("exec", EPERM), ("fork", EPERM), ("spawn", EPERM), ("write a file", EPERM),
    ("write the document", EBADF), ("reopen the document", EPERM), ("signal the server", EPERM),
    ("signal everyone", EPERM), ("leave the group", EPERM), ("memory to run", EPERM), ("unlink", EPERM),
    ("raise limits", EPERM),
  ])
  func `a reading is refused what it has no business with`(attempt: String, error: Int32) throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    #expect(try said(attempt, by: reader) == "refused\(error)")
  }

  @Test(.enabled(if: sandbox_landlock_version() > 0))
  func `a reading may not open files beyond fonts and models`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    #expect(try said("read a file", by: reader) == "refused\(EACCES)")
    #expect(try Protections.probe(quickSettings("guichet-reader")).landlock == Int(sandbox_landlock_version()))
  }

  @Test func `a reading has the limits of the settings, CPU softly first`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    let memory = 512 << 20
    let expected = "cpu 1/5 size \(4 << 20)/\(4 << 20) addresses \(memory)/\(memory) core 0/0"
    #expect(try said("limits", by: reader) == expected)
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
