import Forms
import GRDB

/// Which cases are wanted; what is left empty does not matter.
package struct CaseFilter: Hashable, Sendable {
  package var states: Set<CaseState>
  package var proposals: Set<Decision>
  /// Days of reception, both ends included.
  package var received: ClosedRange<CalendarDate>?
  /// Days of decision, both ends included.
  package var decided: ClosedRange<CalendarDate>?
  package var channel: Arrival.Channel?
  package var claimedBy: String?
  /// Cases with a finding of this rule.
  package var rule: RuleID?
  package var digest: Digest?

  package init(
    states: Set<CaseState> = [], proposals: Set<Decision> = [], received: ClosedRange<CalendarDate>? = nil,
    decided: ClosedRange<CalendarDate>? = nil, channel: Arrival.Channel? = nil, claimedBy: String? = nil,
    rule: RuleID? = nil, digest: Digest? = nil
  ) {
    (self.states, self.proposals, self.received, self.decided) = (states, proposals, received, decided)
    (self.channel, self.claimedBy, self.rule, self.digest) = (channel, claimedBy, rule, digest)
  }

  /// The condition in SQL over `cases c` and `arrivals a`, with its arguments.
  var condition: SQL {
    var parts: [SQL] = ["TRUE"]
    if !states.isEmpty { parts.append("c.state IN \(states.map(\.rawValue).sorted())") }
    if !proposals.isEmpty { parts.append("c.proposal IN \(proposals.map(\.rawValue).sorted())") }
    if let days = received {
      parts.append("c.received BETWEEN \(days.lowerBound.description) AND \(days.upperBound.description)")
    }
    if let days = decided {
      parts.append("c.decided_on BETWEEN \(days.lowerBound.description) AND \(days.upperBound.description)")
    }
    if let channel { parts.append("a.channel = \(channel.rawValue)") }
    if let claimedBy { parts.append("c.claimed_by = \(claimedBy)") }
    if let rule { parts.append("c.id IN (SELECT case_id FROM findings WHERE rule = \(rule.rawValue))") }
    if let digest { parts.append("c.digest = \(digest.hex)") }
    return parts.joined(separator: " AND ")
  }
}
