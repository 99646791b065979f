import ArgumentParser
import Definitions
import Forms
import Foundation
import Pipeline
import Reports
import Store
import Synchronization

/// `guichet process`: the main job, from files to the clerks' queue.
struct ProcessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "Prendre des fichiers, les lire, les juger et les mettre en file.",
    discussion: """
      Recommencer n’ajoute rien. Un fichier illisible devient un dossier, qu’une personne verra. Les répertoires sont \
      parcourus en entier; les liens, les fichiers cachés, *.json et *.received sont laissés de côté.

      Exemples :
        guichet process --channel email --received 2026-10-01 courriels/
        guichet process --channel post --report sortie/ 2026-10-01/
      """)

  @Argument(help: "Fichiers ou répertoires.", completion: .file()) var files: [String]
  @Option(
    help: ArgumentHelp(
      "Écrire ensuite dans ce répertoire le rapport et les projets de lettres.", valueName: "répertoire"),
    completion: .directory)
  var report: String?
  @Flag(help: "Résumé en JSON.") var json = false
  @OptionGroup(title: "Réception") var arrival: ArrivalOptions
  @OptionGroup(title: "Jugement") var judging: JudgingOptions
  @OptionGroup(title: "Lecture") var reading: ReadingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let settings = try Settings(common, register: judging.register, jobs: reading.jobs)
    let composition = try Composition(settings)
    let (terminal, say) = (Terminal(), Voice(settings.language.value))
    let reception = try Reception(
      channel: arrival.channel, given: arrival.received, today: .today(in: settings.store.timeZone))
    reception.noteAssumed(in: files, say)
    // Refuses a report that cannot be described or written before any work is done.
    let described = try report.map { (try OutputFolder($0), try composition.report()) }

    let store = try composition.newStore()
    var summary = Summary()
    let search = FileSearch(files, say)
    search.noteEmpty(say)
    for (path, reason) in search.refused { summary.refuse(path, reason, say) }
    let (stop, interrupt) = stopOnInterrupt(say)
    defer { interrupt.forEach { $0.cancel() } }
    let pipeline = composition.pipeline(store)
    let digests = try receive(search.files, by: pipeline, reception, until: stop, into: &summary, terminal, say)
    let postponed = try workOff(pipeline, jobs: settings.jobs.value, until: stop, into: &summary, terminal, say)
    let cases = try cases(of: digests, in: store)
    summary.count(cases)
    if let (folder, description) = described, !cases.isEmpty {
      let writing = Closing(composition: composition, store: store, description: description, folder: folder)
      (summary.report, summary.letters) = try writing.write(cases)
    }
    if json { try putJSON(summary) } else { try summary.print(store: store, data: common.data, on: terminal, say) }
    if let postponed { throw postponed }
    if stop.isRaised { throw Failure.interrupted }
    if summary.refused > 0 { throw ExitCode(ExitStatus.inputMissing.rawValue) }
  }

  /// Takes the files in; what cannot be is noted and the others done.
  private func receive(
    _ files: [String], by pipeline: Pipeline, _ reception: Reception, until stop: StopSign, into summary: inout Summary,
    _ terminal: Terminal, _ say: Voice
  ) throws -> [Digest] {
    let progress = ProgressLine(say("Réception", "Taking in"), total: files.count, on: terminal)
    defer { progress.clear() }
    var digests: [Digest] = []
    for (index, path) in files.enumerated() where !stop.isRaised {
      do {
        let arrival = reception.arrival(of: path)
        let receipt = try pipeline.receive(path, arrival).receipt
        summary.add(receipt)
        digests.append(receipt.digest)
        if let first = try pipeline.store.arrivals(of: receipt.digest).first?.delivery.arrival,
          first.differs(from: arrival)
        {
          progress.clear()
          let day = "\(first.received)" + (first.receivedIsAssumed ? say(" (présumé)", " (assumed)") : "")
          note(
            path,
            say(
              "fichier déjà connu, dont la réception reste celle qui est inscrite : \(day), \(say(first.channel)).",
              "a file known already, whose reception stays as it was written down: \(day), \(say(first.channel))."), say
          )
        }
      } catch let error as StoreError where error.remedy != .stop {
        if case .diskFull = error { throw error }
        if case .busy = error { throw error }
        progress.clear()
        summary.refuse(path, say(error), say)
      }
      progress.show(index + 1)
    }
    return digests
  }

  /// Reads and judges what waits; answers why the work must wait, when it must.
  private func workOff(
    _ pipeline: Pipeline, jobs: Int, until stop: StopSign, into summary: inout Summary, _ terminal: Terminal,
    _ say: Voice
  ) throws -> (any Error)? {
    let waiting = try pipeline.store.backlog().submissions[.received] ?? 0
    guard waiting > 0 else { return nil }
    let progress = Mutex(ProgressLine(say("Lecture", "Reading"), total: waiting, on: terminal))
    let done = Atomic(0)
    defer { progress.withLock { $0.clear() } }
    let tally = try pipeline.workOff(jobs: min(jobs, waiting), until: stop) { ending in
      switch ending {
      case .putOff, .retry: return
      case .done, .setAside: break
      }
      let count = done.add(1, ordering: .relaxed).newValue
      progress.withLock { $0.show(count) }
    }
    summary.setAside = tally.setAside
    return tally.postponed
  }

  private func cases(of digests: [Digest], in store: CaseStore) throws -> [CaseSummary] {
    try Set(digests).flatMap { try store.list(CaseFilter(digest: $0)) }.sorted { $0.number < $1.number }
  }
}

extension Arrival {
  /// Whether a later word on the same file says something else; what it does not say is no difference.
  fileprivate func differs(from later: Arrival) -> Bool {
    (later.channel != nil && later.channel != channel)
      || (!later.receivedIsAssumed && (later.received != received || receivedIsAssumed))
  }
}

/// Ends the work after the documents at hand when the operator asks for it; a second request ends it at once.
private func stopOnInterrupt(_ say: Voice) -> (StopSign, [any DispatchSourceSignal]) {
  let stop = StopSign()
  let words = say("Fin après les documents en cours…", "Ending after the documents at hand…")
  return (
    stop,
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        stop.raise()
        note("\n" + words)
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  )
}
