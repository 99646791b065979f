import Forms

extension RuleCase {
  static let format: [RuleCase] = [
    passes("FMT-01", "by e-mail", .good),
    passes("FMT-01", "nobody said how", .good.sent(nil)),
    fails("FMT-01", .reject, [], "through a fax gateway", .good.sent(.fax)),
    passes("FMT-02", "no trace", .good),
    fails("FMT-02", .reject, [], "decisive traces", .good.observing { $0.fax = .decisive }),
    doubts("FMT-02", .clerk, [], "a weak trace", .good.observing { $0.fax = .weak }),
    passes("FMT-03", "no trace", .good),
    fails("FMT-03", .reject, [], "decisive traces", .good.observing { $0.photo = .decisive }),
    doubts("FMT-03", .clerk, [], "a weak trace", .good.observing { $0.photo = .weak }),
    passes("FMT-05", "a PDF by e-mail", .good),
    passes("FMT-05", "a TIFF from the post’s scanner", .good.sent(.post).file(.tiff)),
    passes("FMT-05", "a TIFF, nobody knows how", .good.sent(nil).file(.tiff)),
    fails("FMT-05", .clerk, [], "a JPEG by e-mail", .good.file(.jpeg)),
    passes("FMT-06", "one form", .good),
    fails("FMT-06", .reject, [], "two forms by e-mail", .good.observing { $0.formsInFile = 2 }),
    fails("FMT-06", .reject, [], "two forms read in the file", .good.file(forms: 2)),
    fails("FMT-06", .info, [], "a batch by post", .good.sent(.post).observing { $0.formsInFile = 30 }),
    doubts("FMT-06", .clerk, [], "two forms, nobody knows how", .good.sent(nil).observing { $0.formsInFile = 2 }),
    passes("FMT-07", "the front is there", .good),
    fails("FMT-07", .reject, [], "only the back was sent", frontGone),
    fails("FMT-07", .reject, [], "the front of a fillable form is cut", frontCut.changed { $0.medium = .acroform }),
    doubts("FMT-07", .clerk, [], "the front of a scan was not seen whole", frontCut),
    doubts("FMT-07", .clerk, [], "a page nobody recognised", frontGone.observing { $0.extraPages = [1] }),
    passes("FMT-08", "everything was read", .good),
    fails("FMT-08", .clerk, ["s2.lastName"], "a name that could hardly be read", .good.doubting("s2.lastName")),
    passes("FMT-08", "the same in a fillable form", .good.doubting("s2.lastName").changed { $0.medium = .acroform }),
    doubts(
      "FMT-08", nil, [], "a doubtful blank is no illegible value",
      .good.with(["s2.phone": .nothing]).doubting("s2.phone")),
    doubts("FMT-08", nil, [], "a field whose label was not found", .good.notFinding(["s2.phone"])),
    passes("FMT-09", "no other page", .good),
    fails("FMT-09", .info, [], "a cover letter", .good.observing { $0.extraPages = [3] }),
    fails(
      "FMT-09", .clerk, [], "with « all », a page that may be a list",
      allInstallations.observing { $0.extraPages = [3] }),
    passes("FMT-10", "nothing runs", .good),
    fails("FMT-10", .clerk, [], "a script", .good.file(active: ["javascript"])),
    passes("FMT-11", "the back is there", .good),
    fails("FMT-11", .clerk, [], "some installations", backGone),
    fails("FMT-11", .info, [], "all installations", backGone.with(["s1.scope": .text("all")])),
    doubts("FMT-11", .clerk, [], "a doubtful scope", backGone.with(["s1.scope": .text("all")]).doubting("s1.scope")),
  ]

  static let allInstallations = Sample.good.with(["s1.scope": .text("all"), "s5.numbers": .list([])])
  static let backGone = Sample.good.notFinding(["s5.numbers"]).observing { $0.backPresent = false }
  static let frontCut = Sample.good.notFinding(["s3.signature", "s3.date"]).observing { $0.frontPresent = false }
  static let frontGone = Sample.good
    .notFinding(Shipped.form.fields.map(\.id).filter { $0.section != "s5" })
    .observing { $0.frontPresent = false }
}
