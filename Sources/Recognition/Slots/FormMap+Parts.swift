import Forms

// Places in parts: dates, telephone numbers, addresses of two lines.
extension FormMap {
  /// Gives each date the places that its captions « ANNÉE MOIS JOUR » stand by, the captions shared out to the nearest labels.
  mutating func placeDates(_ definition: FormDefinition, page: FormPage) {
    let number = page.content.number
    let captions = page.captions
    for caption in captions { printed[number, default: []].formUnion(caption.words) }
    let dates = definition.fields.filter { $0.kind == .date && placements[$0.id]?.page == number }
    guard !captions.isEmpty, !dates.isEmpty else { return }
    let costs = dates.map { field -> [Double] in
      let label = placements[field.id]!.label
      let cell = page.grid.cell(aroundX: label.midX, y: label.midY)
      return captions.map { caption in
        let box = caption.box
        let across = max(0, box.x0 - label.x1, label.x0 - box.x1)
        let down = max(0, box.y0 - label.y1, label.y0 - box.y1)
        // They stand beside, over or under their label, and not before it.
        guard across < 180, down < 34, box.x1 > label.x0 else { return 1e9 }
        return across / 20 + down / 8 + (cell.map { box.share(in: $0) > 0.8 } == true ? -3 : 0)
      }
    }
    let labels = placements.values.filter { $0.page == number }.map(\.label)
    let slots = SlotFinder.slots(of: page.content, grid: page.grid, labels: labels, headings: headings(on: number))
    let rows = DateCaptions.places(of: captions, among: slots)
    for (rank, column) in Assignment.solve(costs, alone: 12).enumerated() {
      guard let column else { continue }
      // In brackets they say how to write it, and stand by no place of their own.
      if captions[column].isBracketed(on: page.content) { continue }
      var places = rows[column]
      // The short lines of a month and a day are lost on a scan; their figures are not.
      if page.content.isScan, let row = captions[column].figures(on: page.content), !places.contains(where: { $0.box.intersection(row) != nil }) {
        places = [Slot(page: number, box: row.grown(4, 2), origin: .line)]
      }
      if places.isEmpty { continue }
      placements[dates[rank].id]!.slots = places
      placements[dates[rank].id]!.captions = captions[column].box
      placements[dates[rank].id]!.relation = .above
    }
  }

  /// Adds to dates and numbers the free places that follow in their row, and to addresses the line under theirs.
  mutating func extendPlacements(_ definition: FormDefinition, page: FormPage, free: [Slot]) {
    // A place with a label in it is that label's.
    let labels = placements.values.filter { $0.page == page.content.number }.map(\.label)
    var free = free.filter { slot in !labels.contains { $0.share(in: slot.box) > 0.7 } }
    /// Whether another label stands right over, under or in a place, beginning where it does.
    func isOthers(_ slot: Slot, _ own: Box) -> Bool {
      labels.contains { label in
        label != own && label.x0 > slot.box.x0 - 8 && label.x0 < slot.box.x1 - 2
          && (label.midY > slot.box.y0 - 14 && label.midY < slot.box.y1 || label.y0 > slot.box.y1 - 4 && label.y0 < slot.box.y1 + 8)
      }
    }
    /// Whether words set as a label is stand in a row, whose entries are set otherwise: a label of another wording.
    func isLabelled(_ row: Box, after last: Box, as label: Box) -> Bool {
      let words = page.content.words
      guard !page.content.isScan, let face = words.first(where: { $0.box.share(in: label) > 0.6 }) else { return false }
      func isAlike(_ word: Word) -> Bool { word.font == face.font && abs(word.size - face.size) < 0.3 }
      let entry = words.filter { last.contains(x: $0.box.midX, y: $0.box.midY) && $0.box.share(in: label) < 0.5 }
      if entry.contains(where: isAlike) { return false }
      return words.contains { isAlike($0) && $0.box.midX > row.x0 - 2 && $0.box.midX < row.x1 && $0.box.midY > last.y1 && $0.box.midY < row.y1 }
    }
    let taken = placements.values.filter { $0.page == page.content.number }.flatMap(\.slots).map(\.box)
    for field in definition.fields {
      guard var placement = placements[field.id], placement.page == page.content.number, !placement.slots.isEmpty,
        !(field.kind == .date && placement.slots.count > 1)
      else { continue }
      switch field.kind {
      case .date, .phone, .postalCode, .establishmentNumber:
        // A postal code's six cells may have an empty one between.
        let limit = field.kind == .date ? 8 : field.kind == .phone ? 10 : field.kind == .postalCode ? 7 : 6
        var grew = true
        while grew, placement.slots.count < limit {
          grew = false
          let row = placement.slots.reduce(placement.slots[0].box) { $0.union($1.box) }
          let next = free.indices.filter { index in
            let box = free[index].box
            let gap = box.x0 - row.x1
            let back = row.x0 - box.x1
            // The room over a line depends on what stands there.
            let isLevel = free[index].origin == .line && placement.slots[0].origin == .line
              ? abs(box.y1 - row.y1) < 3 : abs(box.midY - row.midY) < 5 && abs(box.height - row.height) < 8
            // What begins beyond another label's place is no more of this one.
            let isBeyond = taken.contains { $0.x0 >= row.x1 - 3 && $0.x1 <= box.x0 + 3 && $0.y0 < row.midY && $0.y1 > row.midY }
            return isLevel && box.width < 110 && !isBeyond && !isOthers(free[index], placement.label)
              && (gap > -3 && gap < 26 || field.kind == .date && back > -3 && back < 26)
              && !labelBetween(row, box, page: page)
          }.min { abs(free[$0].box.x0 - row.x1) < abs(free[$1].box.x0 - row.x1) }
          if let next {
            placement.slots.append(free.remove(at: next))
            placement.slots.sort { $0.box.x0 < $1.box.x0 }
            grew = true
          }
        }
      case .address, .text, .name:
        let last = placement.slots[placement.slots.count - 1].box
        let next = free.indices.filter { index in
          let box = free[index].box
          let common = min(box.x1, last.x1) - max(box.x0, last.x0)
          // A label between the two is the second one's.
          let isOthers = labels.contains { $0.y0 > last.y1 - 3 && $0.y1 < box.y1 - 5 && $0.x0 < box.x1 && $0.x1 > box.x0 }
          return box.y0 > last.midY && box.y0 - last.y1 < 14 && common > last.width * 0.4 && box.width > 100 && !isOthers
            && !isLabelled(box, after: last, as: placement.label)
            && (free[index].isEntry || free[index].origin == .line) == (placement.slots[0].isEntry || placement.slots[0].origin == .line)
        }.min { free[$0].box.y0 < free[$1].box.y0 }
        if field.kind == .address, let next { placement.slots.append(free.remove(at: next)) }
        // So does the line that says so.
        if field.kind == .address, placement.slots.count == 1 {
          let suite = free.indices.first { index in
            let box = free[index].box
            let isAlike = abs(box.x0 - last.x0) < 3 && free[index].isEntry == placement.slots[0].isEntry
            return isAlike && box.y0 > last.midY && box.y0 - last.y1 < last.height + 10 && page.found.contains {
              folded($0.words.map { page.content.words[$0].text }.joined()) == Self.goesOn
                && abs($0.box.x0 - box.x0) < 12 && $0.box.midY > last.y1 && $0.box.midY < box.y1 + 10
            }
          }
          if let suite { placement.slots.append(free.remove(at: suite)) }
        }
        // Over a label that stands under its line, a line without a label is the first of two.
        if field.kind == .address, placement.relation == .below, placement.slots.count == 1, let first = placement.slots.first?.box {
          let over = free.indices.first { index in
            let box = free[index].box
            // Whatever is printed right under the upper line, known or not, is its label.
            let hasLabel = page.content.words.map(\.box).contains {
              // The second line's entry stands right over that, however high its accents reach.
              $0.midY > box.y1 && $0.midY < box.y1 + (first.y1 - box.y1) * 0.45 && $0.y1 < box.y1 + (first.y1 - box.y1) * 0.6 && $0.x0 < box.x1 && $0.x1 > box.x0
            }
            let isAlike = free[index].isEntry ? placement.slots[0].isEntry : free[index].origin == placement.slots[0].origin
            return abs(box.x0 - first.x0) < 3 && box.x1 > first.x1 - 3 && isAlike && !hasLabel
              && first.y1 - box.y1 > 6 && first.y0 - box.y1 < 6 && box.y1 < first.y1
          }
          if let over { placement.slots.insert(free.remove(at: over), at: 0) }
        }
        // A label at the left of two lines stands level with the middle of both.
        let (first, label) = (placement.slots[0], placement.label)
        let above = free.indices.first { index in
          let box = free[index].box
          // The second line may be shorter, for the postal code beside it.
          let isAlike = abs(box.x0 - first.box.x0) < 3 && box.x1 > first.box.x1 - 3 && free[index].isEntry == first.isEntry
          let boundary = (box.y1 + first.box.y0) / 2
          return isAlike && abs(first.box.y0 - box.y1) < 8 && abs(label.midY - boundary) < first.box.height * 0.4
        }
        if field.kind == .address, placement.relation == .left, placement.slots.count == 1, let above {
          placement.slots.insert(free.remove(at: above), at: 0)
        }
      default: break
      }
      placements[field.id] = placement
    }
  }

  /// How a form calls the second line of an address, folded.
  private static let goesOn = "suite"

  func labelBetween(_ a: Box, _ b: Box, page: FormPage) -> Bool {
    let (left, right) = (min(a.x1, b.x1), max(a.x0, b.x0))
    guard right > left + 1 else { return false }
    let space = Box(left, a.y0, right, a.y1)
    let words = printed[page.content.number] ?? []
    return words.contains { page.content.words[$0].box.share(in: space) > 0.5 && folded(page.content.words[$0].text).count > 1 }
  }
}
