import Testing

@testable import Reports

@Suite struct CSVTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "' =1"), ("\r=1", "' =1"),
    ("\n=1", "' =1"), ("\tx", "' x"), ("  =1", "'  =1"), ("\u{A0}=1", "'\u{A0}=1"), ("＝1", "'＝1"), ("＋1", "'＋1"),
    ("－1", "'－1"), ("＠A", "'＠A"), ("\u{FEFF}=1", "' =1"), ("\u{200B}=1", "' =1"), ("\0=1", "' =1"),
    ("=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\""),
  ])
  func `a cell is never a formula`(value: String, cell: String) {
    #expect(CSVTable.cell(value) == cell)
  }

  @Test(arguments: [
    ("CLSC", "CLSC"), ("", ""), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("« a »", "« a »"), ("a\"b", "\"a\"\"b\""),
    ("a\nb", "a b"), ("A-B", "A-B"), ("2026-03-02", "2026-03-02"),
  ])
  func `a cell is quoted when it must be`(value: String, cell: String) {
    #expect(CSVTable.cell(value) == cell)
  }

  @Test func `a table begins with a byte order mark and ends its lines as the standard wants`() {
    var table = CSVTable()
    table.add(["a", "b"])
    table.add(["1", "2"])
    #expect(Array(table.csv.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(table.csv == "\u{FEFF}a,b\r\n1,2\r\n")
  }
}
