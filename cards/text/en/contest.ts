/** Competing claims: what reviewers read of a contest (R54), and the general words for claimants (R52, R53). */
export const contest = {
  'contest.title': 'Competing claims',
  'contest.open': 'Contested',
  'contest.settled': 'No longer contested',
  'contest.openText': {
    one: '{count} partner claims it.',
    other:
      '{count} partners claim it, and only one can be approved. Check the details and the proof of execution of each.',
  },
  'contest.heldText': '{partner} holds it, and no other partner claims it now.',
  'contest.oneLeftText': 'Only {partner} still claims it. Decide this claim like any other.',
  'contest.nobodyText': 'No partner claims it now.',
  'contest.ended': 'Has ended',
  'contest.endedText':
    'This subscription has ended, so the contest is over. The claims keep their status; decide those that are open like any other. An approval no longer takes this subscription.',
  'contest.subscription': 'Subscription {subscription}',
  'contest.joined': 'New competing claim from {partner}: {number}.',
  'contest.holds': 'Holds it; submitted {when}',
  'contest.since': 'Submitted {when}',
  'contest.showAll': 'All competing claims',
  'contest.more': { one: '{count} more claim', other: '{count} more claims' },
  'contest.others': { one: '{count} other', other: '{count} others' },
  'contest.onClaim': 'Also claimed by other partners',
  'contest.competingClaims': '{line}: {competing}',
  'contest.competing': '{partner} ({number}, {status})',
  'contest.competingHolds': '{partner} ({number}, holds it)',
  'contest.compare': 'Compare claims',
  'contest.compareLine': 'See {line}',
  'summary.contest': 'Competing claims for {line} at {customer}: {partners}',
  'summary.contestJoined': 'New competing claim {number} from {partner}: {line} at {customer}',
  'summary.contestSettled': '{line} at {customer} is no longer contested',
  'summary.contestEnded': '{line} at {customer} has ended: the contest is over',

  'system.by': '**CPOR Claims** · {when}',
  'system.byPlain': 'CPOR Claims · {when}',
  'system.arbitration':
    'This claim goes through arbitration. It is still reviewed within five business days, but may stay “Under review” for longer, and reviewers may ask for more proof of execution. You will hear about it here.',
  'system.subscriptionEnded':
    '{subscription} has ended. The claim keeps its status, but the subscription no longer belongs to it, not even if it becomes active again. To claim it then, or to claim another, file a new claim.',
  'history.ArbitrationAnnounced': 'The claim goes through arbitration',
} as const;
