import Forms

/// Reads one form from its pages: every field of the definition, the signatures, and what else the rules want to know.
struct FormReader {
  let definition: FormDefinition

  init(_ definition: FormDefinition) { self.definition = definition }

  func read(_ pages: [FormPage]) -> Reading {
    let map = FormMap(definition, pages: pages)
    let entries = EntryReader(map)
    let signer = SignatureFinder(entries)
    var fields: [FieldID: FieldReading] = [:]
    var signatures: [SignatureReading] = []
    for field in definition.fields {
      if field.kind == .signature {
        let (reading, signature) = signer.read(field)
        fields[field.id] = reading
        if let signature { signatures.append(signature) }
      } else {
        fields[field.id] = entries.read(field)
      }
    }
    let contents = pages.map(\.content)
    if contents.contains(where: \.isScan) {
      doubtGaps(&fields)
      doubtOddPlaces(&fields, entries)
      doubtUnnamed(&fields, map)
    } else {
      doubtOtherKinds(&fields, map)
      doubtStrays(&fields, entries)
    }
    doubtTicks(&fields, map)
    doubtTwins(&fields, map)
    doubtSections(&fields, map)
    doubtPassed(&fields, map)
    for field in definition.fields where FormMap.isEntry(field.kind) && map.placements[field.id]?.isContested == true {
      fields[field.id] = fields[field.id]?.doubted()
    }
    // Where a section begins is a guess when its heading was not found.
    for heading in map.sections.headings where heading.isInferred {
      for id in fields.keys where id.section == heading.section { fields[id] = fields[id]?.doubted() }
    }
    // One that is missing between two others lies in one of these.
    let order = definition.sections.filter { !$0.headings.isEmpty }.map(\.id)
    let known = order.indices.filter { rank in map.sections.headings.contains { $0.section == order[rank] } }
    for (before, after) in zip(known, known.dropFirst()) where after > before + 1 {
      for id in fields.keys where id.section == order[before] || id.section == order[after] { fields[id] = fields[id]?.doubted() }
    }
    if !contents.contains(where: \.isScan) { doubtLacking(&fields) }
    let medium: Medium =
      contents.contains(where: \.isScan)
      ? .scan : contents.contains { !$0.entries.isEmpty || $0.ticks.contains { $0.source == .widget } } ? .acroform : .flattened
    return Reading(
      form: definition.id, pages: contents.map(\.number), medium: medium, fields: fields, signatures: signatures,
      observations: observations(map, fields))
  }

  private func observations(_ map: FormMap, _ fields: [FieldID: FieldReading]) -> Observations {
    var seen = Observations()
    let isThere = { (section: String) in
      map.sections.headings.contains { $0.section == section }
        || map.placements.keys.contains { $0.section == section }
    }
    seen.frontPresent = isThere("s2") && isThere("s3")
    seen.backPresent = isThere("s5")
    for (id, placement) in map.placements {
      guard let page = map.pages.first(where: { $0.content.number == placement.page }) else { continue }
      let differs = placement.slots.contains { slot in
        if case .entry(let rank) = slot.origin { page.content.entries[rank].differs } else { false }
      }
      if differs { seen.appearanceDiffers.append(id) }
    }
    for (id, options) in map.ticks {
      if options.values.contains(where: { $0.frame.differs }) { seen.appearanceDiffers.append(id) }
      if options.values.contains(where: { $0.frame.state == .ambiguous }) { seen.ambiguousTicks.append(id) }
    }
    seen.appearanceDiffers.sort()
    seen.ambiguousTicks.sort()
    seen.labelsNotFound = definition.fields.map(\.id).filter { id in
      map.placements[id] == nil && map.ticks[id] == nil && !(definition.field(id)?.optionalOnForm ?? false)
    }
    let excluded = Set(definition.excludedForms)
    seen.otherFormNumbers = Set(map.pages.flatMap(\.content.words).map(\.text)).intersection(excluded).sorted()
    seen.strayText = stray(map)
    return seen
  }

  /// What stands on the form's pages outside every place and is no printed text known: at most a hundred pieces.
  private func stray(_ map: FormMap) -> [String] {
    var pieces: [String] = []
    for page in map.pages {
      let number = page.content.number
      let printed = map.printed[number] ?? []
      let places = map.placements.values.filter { $0.page == number }.flatMap(\.slots).map(\.box)
      for segment in page.lines.segments where pieces.count < 100 {
        let free = segment.filter { index in
          let box = page.content.words[index].box
          return !printed.contains(index) && !places.contains { $0.contains(x: box.midX, y: box.midY) }
        }
        if !free.isEmpty { pieces.append(free.map { page.content.words[$0].text }.joined(separator: " ")) }
      }
    }
    return pieces
  }
}
