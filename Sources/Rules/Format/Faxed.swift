import Forms

/// Refuses pages that bear the decisive traces of a fax; a weak trace is for a clerk.
struct Faxed: Rule {
  static let id: RuleID = "FMT-02"

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] { refusedMedium(form.observations.fax) }
}

/// What the evidence of a refused medium is worth.
func refusedMedium(_ strength: EvidenceStrength) -> [Verdict] {
  switch strength {
  case .none: []
  case .weak: [.clerk([])]
  case .decisive: [.finding(.reject, [])]
  }
}
