import Forms
import Testing

@testable import Reader

/// What a death is put down to.
@Suite struct EndingTests {
  private static let memory = 1 << 30

  @Test(
    arguments: [
      (Ending(exitCode: 0, signal: 0), nil),
      (Ending(exitCode: 71, signal: 0), "crashed exit 71"),
      (Ending(exitCode: -1, signal: 24), "overran time"),
      (Ending(exitCode: -1, signal: 9, processorMicroseconds: 12_000_000, processorSecondsAllowed: 12), "overran time"),
      (Ending(exitCode: -1, signal: 25), "overran output"),
      (Ending(exitCode: -1, signal: 6, peak: memory - 1), "overran memory"),
      (Ending(exitCode: -1, signal: 6, memoryRefused: true), "overran memory"),
      (Ending(exitCode: -1, signal: 11, memoryRefused: true), "overran memory"),
      (Ending(exitCode: -1, signal: 6, peak: memory / 2), "crashed signal ABRT"),
      (Ending(exitCode: -1, signal: 11, peak: memory - 1), "crashed signal SEGV"),
      (Ending(exitCode: -1, signal: 9, processorSecondsAllowed: 12), "crashed signal KILL"),
      (Ending(exitCode: -1, signal: 31), "crashed signal SYS"),
      (Ending(exitCode: -1, signal: 50), "crashed signal 50"),
    ] as [(Ending, String?)])
  func `a death has one cause`(ending: Ending, cause: String?) {
    #expect(!ending.isStarved)
    let failure = ending.failure(memory: Self.memory)
    #expect(failure.map { "\($0.outcome) \($0.reason)" } == cause)
  }

  @Test func `a deadline that strikes while processor time is left says nothing of the document`() {
    var ending = Ending(exitCode: -1, signal: 9, deadlineStruck: true, processorSecondsAllowed: 12)
    ending.processorMicroseconds = 11_999_999
    #expect(ending.isStarved)
    ending.processorMicroseconds = 12_000_000
    #expect(!ending.isStarved && ending.failure(memory: Self.memory)?.reason == "time")
  }
}
