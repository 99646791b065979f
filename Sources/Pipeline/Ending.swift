import Reader
import Store

/// How the carrying of one submission ended; that nothing can work at all is thrown instead.
package enum Ending: Sendable {
  /// Read, judged and in the clerks' queue.
  case done(Work, [CaseNumber])
  /// In the clerks' queue because the program cannot carry it through; the error says why.
  case setAside(Work, [CaseNumber], any Error)
  /// Not read for want of time: to be begun again, alone. The attempt counts, so that what only waits comes to an end.
  case putOff(Work)
  /// Left as it was for another time; the attempt is not counted.
  case retry(Work, any Error)
}

/// What an error means for the document at hand: the pipeline's one question to every error.
package func remedy(for error: any Error) -> StoreError.Remedy {
  switch error {
  case let error as StoreError: error.remedy
  case ReaderError.system, ReaderError.starved: .retry
  default: .stop
  }
}
