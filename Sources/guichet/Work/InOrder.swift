import Foundation
import Synchronization

/// Works on items by so many jobs at once and hands the results over in the items' order, as soon as that allows.
///
/// - Parameters:
///   - begin: Makes what one job works with; called once a job, in its thread.
///   - work: Works on one item; what it throws ends everything and is thrown here.
///   - deliver: Gets each result, in the caller's thread. What it throws ends the work after the items at hand.
func workInOrder<Item: Sendable, Tool, Output: Sendable>(
  on items: [Item], jobs: Int, begin: @escaping @Sendable () throws -> Tool,
  work: @escaping @Sendable (Tool, Item) throws -> Output, deliver: (Item, Output) throws -> Void
) throws {
  let desk = Desk<Output>(count: items.count, ahead: max(1, jobs) * 4)
  let (queue, group) = (DispatchQueue(label: "guichet.jobs", attributes: .concurrent), DispatchGroup())
  for _ in 0..<min(max(1, jobs), items.count) {
    queue.async(group: group) {
      do {
        let tool = try begin()
        while let index = desk.next() { desk.put(try work(tool, items[index]), at: index) }
      } catch {
        desk.fail(error)
      }
    }
  }
  defer {
    desk.close()
    group.wait()
  }
  for (index, item) in items.enumerated() { try deliver(item, desk.take(index)) }
}

/// Where jobs fetch their next item and leave results until it is their turn.
private final class Desk<Output: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done: [Int: Output] = [:]
    var failure: (any Error)?
    var isClosed = false
  }

  private let state = Mutex(State())
  private let count: Int
  /// Room for results not yet handed over, so that one slow item does not fill the memory.
  private let room = DispatchSemaphore(value: 0)
  private let news = DispatchSemaphore(value: 0)

  init(count: Int, ahead: Int) {
    self.count = count
    for _ in 0..<ahead { room.signal() }
  }

  /// The next item to work on; nil when there is none any more.
  func next() -> Int? {
    room.wait()
    let index: Int? = state.withLock { state in
      guard !state.isClosed, state.failure == nil, state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
    // Whoever waits after the end must wake too.
    if index == nil { room.signal() }
    return index
  }

  func put(_ output: Output, at index: Int) {
    state.withLock { $0.done[index] = output }
    news.signal()
  }

  func fail(_ error: any Error) {
    state.withLock { $0.failure = $0.failure ?? error }
    news.signal()
    room.signal()
  }

  func close() {
    state.withLock { $0.isClosed = true }
    room.signal()
  }

  /// The result of an item, awaited.
  func take(_ index: Int) throws -> Output {
    while true {
      let found: Output? = try state.withLock { state in
        if let output = state.done.removeValue(forKey: index) { return output }
        if let failure = state.failure { throw failure }
        return nil
      }
      if let found {
        room.signal()
        return found
      }
      news.wait()
    }
  }
}
