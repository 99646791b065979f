import CSandbox
import Forms
import Foundation
import Testing

@testable import Reader

/// Servers come, are replaced and go, and leave nothing behind.
@Suite(.serialized) struct LifeTests {
  @Test func `a server is replaced after its share of documents`() throws {
    var settings = try quickSettings()
    settings.documentsPerServer = 2
    let reader = try Reader(definition: smallForm, settings: settings)
    let servers = try (0..<5).map { _ in try said("pid", by: reader) }
    #expect(servers[0] == servers[1] && servers[2] == servers[3])
    #expect(Set(servers).count == 3)
  }

  @Test func `a server that died while idle is replaced unseen`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    let process = try server(of: reader)
    kill(process, SIGKILL)
    let next = try said("pid", by: reader)
    #expect(next != nil && next != "\(process)")
  }

  @Test func `a server that dies with a document in hand costs that document only`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    let process = try server(of: reader)
    let killer = Thread {
      usleep(500_000)
      kill(process, SIGKILL)
    }
    killer.start()
    #expect(try read("sleep", by: reader) == DocumentReading(outcome: .crashed, reason: "worker"))
    #expect(try said("pid", by: reader) != nil)
  }

  @Test func `a server and its child end with their owner`() throws {
    var reader: Reader? = try Reader(definition: smallForm, settings: try quickSettings())
    let process = try server(of: reader!)
    #expect(kill(process, 0) == 0)
    reader = nil
    #expect(kill(process, 0) < 0)
  }

  @Test func `a server and its child end when their parent dies, even in the midst of a document`() throws {
    // A dead parent is a closed socket: that is what the kernel leaves of it.
    var ends: [Int32] = [-1, -1]
    #expect(sandbox_socket_pair(&ends) == 0)
    let errors = try OwnedDescriptor(sandbox_bounded_file("errors", 4096), doing: "an anonymous file")
    let settings = try quickSettings()
    let process = try WorkerProgram(settings).launch(["--serve"], control: ends[1], errors: errors.number)
    close(ends[1])
    var hello = sandbox_hello()
    #expect(sandbox_receive(ends[0], &hello, MemoryLayout<sandbox_hello>.size, 10_000) == 0)
    let document = try OwnedDescriptor(sandbox_anonymous_file("document"), doing: "an anonymous file")
    let filled = document.fill(with: Data("sleep".utf8))
    #expect(filled)
    var request = sandbox_request(version: UInt32(SANDBOX_VERSION), number: 1, limits: settings.limits)
    let sent = sandbox_send(ends[0], &request, document.number, errors.number)
    #expect(sent == 0)
    var child: Int32?
    for _ in 0..<100 where child == nil {
      usleep(10_000)
      let children = try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
      child = children.split(separator: " ").first.flatMap { Int32($0) }
    }
    let reading = try #require(child)
    #expect(kill(reading, 0) == 0)

    close(ends[0])
    // Reaped within its grace it ended by itself: a status of 0, where a kill would be 9.
    #expect(sandbox_stop(process, 1500) == 0)
    #expect(kill(reading, 0) < 0)
  }

  @Test func `a hundred documents leave no descriptor and no process behind`() throws {
    let reader = try Reader(definition: smallForm, settings: try quickSettings())
    let process = try server(of: reader)
    let (before, theirs) = (try descriptors(of: "self"), try descriptors(of: "\(process)"))
    for _ in 0..<33 {
      #expect(try said("descriptors", by: reader) == "0+1+2+3+4")
      #expect(try read("segv", by: reader).outcome == .crashed)
      #expect(try read("silence", by: reader).outcome == .crashed)
    }
    // Other suites run beside this one, so ours are counted by kind: anonymous files and sockets of readers.
    #expect(try descriptors(of: "\(process)") == theirs)
    #expect(try descriptors(of: "self").count <= before.count + 64)
    let children = try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
    #expect(children.isEmpty)
  }

  @Test func `a missing program and senseless settings are named`() throws {
    #expect(throws: ReaderError.programMissing(path: "/nonexistent/reader")) {
      try Reader(definition: smallForm, settings: ReaderSettings(program: "/nonexistent/reader"))
    }
    #expect(throws: ReaderError.setting(name: "memory", value: 5, atLeast: 128 << 20)) {
      try Reader(definition: smallForm, settings: ReaderSettings(memory: 5))
    }
  }

  @Test func `a program that is no worker is not ready`() throws {
    let reader = try Reader(definition: smallForm, settings: ReaderSettings(program: "/bin/false"))
    #expect(throws: ReaderError.notReady(path: "/bin/false", code: 1, said: "")) { try reader.start() }
  }

  private func server(of reader: Reader) throws -> Int32 {
    let process = try said("pid", by: reader).flatMap { Int32($0) }
    return try #require(process)
  }

  private func descriptors(of process: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").sorted()
  }
}
