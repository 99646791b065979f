import Forms
import Reader
import Store

/// Reads a document from an open file's descriptor; throws only when we cannot work. One job uses it at a time.
package typealias ReadDocument = (Int32) throws -> DocumentReading

/// Takes the bytes of one file to judged forms; knows no database. One a job.
package struct Assessor {
  private let read: ReadDocument
  private let judge: Judge

  package init(judge: Judge, read: @escaping ReadDocument) { (self.judge, self.read) = (judge, read) }

  /// An assessor with a reader of its own.
  package init(judge: Judge, reader: Reader) { self.init(judge: judge) { try reader.read($0) } }

  /// Reads an open file and judges what is in it.
  /// - Parameters:
  ///   - name: The file's name as it is shown.
  ///   - digest: Its SHA-256 when known; computed otherwise.
  ///   - arrival: How it came; nil to read without judging.
  package func assess(
    _ file: borrowing OpenFile, named name: String, digest: Digest? = nil, arrival: Arrival?
  ) throws -> (document: DocumentReading, forms: [JudgedForm]) {
    let digest = try digest ?? Digest(of: file)
    let document = try read(file.descriptor)
    return (document, judge.forms(of: document, named: name, sha256: digest.hex, arrival: arrival))
  }
}
