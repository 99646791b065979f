import Foundation

/// The kind of network file system a folder lies on, such as `nfs4`; nil when it is local or cannot be told.
func networkFileSystem(of folder: String) throws -> String? {
  var facts = stat()
  guard unsafe stat(folder, &facts) == 0 else { throw StoreError(writing: errno, folder: folder) }
  // What statfs(2) would answer; Swift's Glibc module leaves sys/vfs.h out. The device numbers are glibc's encoding.
  let device = UInt64(facts.st_dev)
  let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
  let minor = device & 0xFF | (device >> 12) & ~0xFF
  guard let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return nil }
  return networkFileSystem(device: "\(major):\(minor)", in: mounts)
}

/// Looks a device up in the text of `/proc/self/mountinfo`, whose lines have six words, options, a dash and the type.
func networkFileSystem(device: String, in mounts: String) -> String? {
  for line in mounts.split(separator: "\n") {
    let words = line.split(separator: " ")
    guard words.count > 2, words[2] == device, let dash = words.dropFirst(6).firstIndex(of: "-"),
      dash + 1 < words.count
    else { continue }
    let type = String(words[dash + 1])
    return ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "ceph"].contains(type) ? type : nil
  }
  return nil
}
