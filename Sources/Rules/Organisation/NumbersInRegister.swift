import Forms

/// Holds the well-formed numbers of some fields against the register, as it stood on the day of receipt.
struct NumbersInRegister {
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  /// Sends every field that holds a number whose entries are as described to a clerk; without a register, every field
  /// with a number is for the clerk's list.
  func verdicts(on form: Hearing, where isAmiss: ([Establishment]) -> Bool) -> [Verdict] {
    fields.flatMap { field -> [Verdict] in
      let numbers = form.texts(field).map(EstablishmentNumber.init).filter(\.isWellFormed)
      guard !numbers.isEmpty else { return [] }
      guard let register = form.register else { return [.check([field])] }
      let entries = numbers.map { register.entries(number: $0.text, on: form.arrival.received) }
      return entries.contains(where: isAmiss) ? [.clerk([field])] : []
    }
  }
}
