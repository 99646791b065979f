import Foundation
import GRDB

/// Why the store could not do its work. What is wrong with a document is never one of these, except that its file
/// cannot be copied.
///
/// Messages name cases, clerks and our own folders; never form values, senders or the names of their files.
package enum StoreError: Error, Hashable, Sendable {
  /// No case bears that number.
  case notFound(CaseNumber)
  /// The stored original of a submission is gone.
  case originalMissing(Digest)
  /// The case is not in a state that allows the action.
  case wrongState(CaseNumber, state: CaseState, action: String)
  /// Another clerk holds the case.
  case claimedBy(String, CaseNumber)
  /// The case is no longer the version the clerk looked at.
  case changedMeanwhile(CaseNumber)
  /// The action goes against the proposal, or against another clerk, or has no finding to rest on, and was given no reason.
  case needsReason(CaseNumber, action: String)
  /// The form read has no such field.
  case noSuchField(String, CaseNumber)
  /// The file is larger than the setting allows, in bytes.
  case tooLarge(limit: Int)
  /// A link, folder, pipe or device was given instead of a file.
  case notARegularFile
  /// The file could not be opened or read; `code` is the system's error number.
  case unreadable(code: Int32)
  /// The file changed while it was copied: whoever writes it has not finished.
  case changedWhileCopied
  /// Another process kept the database locked longer than the setting allows.
  case busy(folder: String)
  /// The database, or a record in it, is damaged.
  case corrupt(folder: String)
  /// Nothing was ever taken in there.
  case noData(folder: String)
  /// There are originals, and no database that speaks of them.
  case databaseLost(folder: String)
  /// The data folder lies on a file system whose locks cannot be trusted.
  case networkFileSystem(String, folder: String)
  case diskFull(folder: String)
  /// This path of the data folder cannot be written; `code` is the system's error number.
  case notWritable(folder: String, code: Int32)
  /// Another service already runs on the data folder.
  case alreadyRunning(folder: String)
  /// A newer program has changed the database's layout.
  case newerLayout(folder: String)
  /// SQLite failed in a way that has no name here.
  case failed(folder: String, code: Int32)

  /// What the caller should do with the document at hand.
  package enum Remedy: Sendable {
    /// The cause passes by itself: leave the document where it is and come back.
    case retry
    /// The document itself is the cause: a clerk must look.
    case setAside
    /// Nothing will work until somebody mends this machine or the request.
    case stop
  }

  package var remedy: Remedy {
    switch self {
    case .busy, .diskFull, .changedWhileCopied: .retry
    case .unreadable(let code) where [EMFILE, ENFILE, ENOMEM].contains(code): .retry
    case .tooLarge, .notARegularFile, .unreadable, .originalMissing: .setAside
    default: .stop
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// One sentence: what, where, why, what to do.
  package var description: String {
    switch self {
    case .notFound(let number):
      "No case \(number) is in the queue: check the number with “guichet queue list”."
    case .originalMissing(let digest):
      "The original \(digest.hex.prefix(12))… is missing from the data folder: restore it from the backup, or take the file in again."
    case .wrongState(let number, let state, let action):
      "Case \(number) is \(state.rawValue), so it cannot be \(action): look at it with “guichet queue show \(number)”."
    case .claimedBy(let name, let number):
      "Case \(number) is held by \(name): ask \(name) to release it, or release it yourself with a reason."
    case .changedMeanwhile(let number):
      "Case \(number) changed after you opened it: look at it again before deciding."
    case .needsReason(let number, let action):
      "Case \(number) cannot be \(action) without a reason: give one with --because."
    case .noSuchField(let field, let number):
      "Case \(number) has no field “\(field)” to correct: see its fields with “guichet queue show \(number)”."
    case .tooLarge(let limit):
      "The file is larger than \(limit / 1_000_000) MB, the most that is taken in: ask for a smaller one, or raise the limit."
    case .notARegularFile:
      "The file is a link, a folder or a device, which are never followed: put the file itself there."
    case .unreadable(let code):
      "The file could not be read (\(words(code))): check that it exists and that this account may read it."
    case .changedWhileCopied:
      "The file changed while it was copied: try again once whoever writes it has finished."
    case .busy(let folder):
      "The database in \(folder) stays locked by another program: try again when that one, perhaps a backup, has ended."
    case .corrupt(let folder):
      "The database in \(folder) is damaged: stop, keep the folder as it is and restore the last backup; the originals are not touched."
    case .noData(let folder):
      "There is no queue in \(folder): check --data and GUICHET_DATA (see “guichet settings”); “guichet process” makes a queue with the first files."
    case .databaseLost(let folder):
      "The database in \(folder) is missing although originals are there: restore the last backup, or make the queue anew in another folder with “guichet process \(folder)/originals --data FOLDER”."
    case .networkFileSystem(let name, let folder):
      "The data folder \(folder) lies on a network file system (\(name)), where SQLite’s locks cannot be trusted: choose a local one with --data."
    case .diskFull(let folder):
      "There is no room left on the disk of \(folder): nothing was taken in; free some space, and work goes on by itself."
    case .notWritable(let folder, let code):
      "The data folder cannot be written at \(folder) (\(words(code))): give this account the right to write there, or choose another folder with --data."
    case .alreadyRunning(let folder):
      "Another Guichet service already runs on \(folder): stop it first, or give this one a data folder of its own."
    case .newerLayout(let folder):
      "The database in \(folder) was made by a newer Guichet: use that version, or restore the backup made before the change."
    case .failed(let folder, let code):
      "SQLite failed in \(folder) (code \(code)): run “guichet doctor”, and report this if it finds nothing."
    }
  }

  private func words(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}

extension StoreError {
  /// Names what SQLite answered.
  init(_ error: DatabaseError, folder: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(folder: folder)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(folder: folder)
    case .SQLITE_FULL: self = .diskFull(folder: folder)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self = .notWritable(folder: folder, code: EACCES)
    default: self = .failed(folder: folder, code: error.extendedResultCode.rawValue)
    }
  }

  /// Names the system's answer to a write of ours.
  init(writing code: Int32, folder: String) {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull(folder: folder)
    default: self = .notWritable(folder: folder, code: code)
    }
  }
}
