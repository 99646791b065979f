import CSandbox
import Foundation

/// A worker for tests that does what its document says: the first line names a misbehaviour.
///
/// It serves by the same fork server as guichet-reader, so what is refused here is refused there.
@main
struct MisbehavingReader {
  static func main() {
    var held = sandbox_protections()
    sandbox_isolate(&held)
    var paths: [UnsafePointer<CChar>?] = []
    for path in ["/usr/share", "/usr/lib", "/lib", "/lib64"] { paths.append(UnsafePointer(strdup(path))) }
    paths.append(nil)
    // Warmed before the fork, like the real one's encoder.
    _ = String(format: "%d %@", 1, "warm")
    let failure = sandbox_serve(&paths, { _ in misbehave() }, nil)
    _exit(failure == 0 ? 0 : 70)
  }
}

/// Does what the document says, then answers with what it saw of it.
private func misbehave() {
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = max(0, pread(Int32(SANDBOX_DOCUMENT), &bytes, bytes.count, 0))
  let document = String(decoding: bytes.prefix(count), as: UTF8.self)
  let words = document.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
  let rest = words.count > 1 ? String(words[1]) : ""
  if let attempt = attempts[String(words[0])] { return say(attempt() ? "allowed" : "refused\(errno)") }
  switch words[0] {
  case "answer": write(rest)
  case "silence": break
  case "spin": while true {}
  case "sleep": while true { sleep(60) }
  case "claim": claimAndSleep(rest)
  case "memory": fillMemory()
  case "one large allocation": refuseOneAllocation()
  case "segv": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
  case "abort": abort()
  case "exit": _exit(3)
  case "giant answer": while true { write(String(repeating: "x", count: 1 << 20)) }
  case "endless messages":
    for _ in 0..<200 { _ = Foundation.write(2, bytes, bytes.count) }
    say("done")
  case "broken pipe": breakPipe()
  case "descriptors": say((0..<200).filter { fcntl($0, F_GETFD) >= 0 }.map(String.init).joined(separator: "+"))
  case "kill the server":
    kill(getppid(), SIGKILL)
    say("alive")
  case "limits": say("cpu \(limit(0)) size \(limit(1)) addresses \(limit(9)) core \(limit(4))")
  case "pid": say("\(getppid())")
  default: say("unknown")
  }
}

/// Things no reading may do; each answers whether it was let through.
private let attempts: [String: @Sendable () -> Bool] = [
  "inet": { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 },
  "unix": { socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0 },
  "exec": {
    var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
    return execve("/bin/true", &nothing, &nothing) >= 0
  },
  "fork": { system("true") == 0 },
  "spawn": {
    var process: pid_t = 0
    var nothing: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    errno = posix_spawn(&process, "/bin/true", nil, nil, &nothing, nil)
    return errno == 0
  },
  "write a file": { open("/tmp/guichet-misbehaving", O_WRONLY | O_CREAT, 0o600) >= 0 },
  "write the document": { pwrite(Int32(SANDBOX_DOCUMENT), "x", 1, 0) >= 0 },
  "reopen the document": { open("/proc/self/fd/\(SANDBOX_DOCUMENT)", O_RDWR) >= 0 },
  "read a file": { open("/etc/passwd", O_RDONLY) >= 0 },
  "signal the server": { kill(getppid(), 0) == 0 },
  "signal everyone": { kill(-1, 0) == 0 },
  "leave the group": { setsid() >= 0 },
  "memory to run": {
    mmap(nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
  },
  "unlink": { unlink("/tmp/guichet-misbehaving") == 0 },
  "raise limits": {
    var limit = rlimit(rlim_cur: 1 << 40, rlim_max: 1 << 40)
    return setrlimit(__rlimit_resource_t(9), &limit) == 0
  },
]

private func write(_ text: String) {
  var text = Substring(text)
  while !text.isEmpty {
    let put = text.withUTF8 { Foundation.write(Int32(SANDBOX_ANSWER), $0.baseAddress!, $0.count) }
    guard put > 0 else { return }
    text = Substring(decoding: Array(text.utf8).dropFirst(put), as: UTF8.self)
  }
}

/// Answers well: a file that is no form, with what is to be said as the version of an engine.
private func say(_ text: String) {
  write(
    """
    {"outcome":"notAForm","reason":"said","fileType":"other","pageCount":0,"forms":[],"activeContent":[],\
    "looseSignatures":[],"engines":{"said":"\(text)"}}
    """)
}

/// A limit of this process by its number, soft and hard.
private func limit(_ resource: UInt32) -> String {
  var value = rlimit()
  getrlimit(__rlimit_resource_t(resource), &value)
  return "\(value.rlim_cur)/\(value.rlim_max)"
}

private func claimAndSleep(_ pages: String) {
  sandbox_claim_pages(UInt32(pages) ?? 0)
  usleep(5_000_000)
  say("awake")
}

private func fillMemory() {
  // Each block holds the address of the one before and the last is said: else an optimiser leaves out all of them.
  var last: UnsafeMutableRawPointer?
  for _ in 0..<100_000 {
    // What Poppler's and Tesseract's own allocations do when refused.
    guard let block = malloc(16 << 20) else { abort() }
    memset(block, 1, 16 << 20)
    block.storeBytes(of: last, as: UnsafeMutableRawPointer?.self)
    last = block
  }
  say("\(String(describing: last))")
}

/// Has C++ refuse one allocation that is larger than the limit, as a lying image header does.
private func refuseOneAllocation() {
  typealias OperatorNew = @convention(c) (Int) -> UnsafeMutableRawPointer?
  guard let symbol = dlsym(nil, "_Znwm") else { return say("no C++") }
  _ = unsafeBitCast(symbol, to: OperatorNew.self)(1 << 40)
  say("given")
}

private func breakPipe() {
  var ends: [Int32] = [0, 0]
  pipe(&ends)
  close(ends[0])
  let put = Foundation.write(ends[1], "x", 1)
  say(put < 0 && errno == EPIPE ? "refused" : "written")
}
