/** The reviewers' digest (R79). */
export const digest = {
  'digest.title': 'What is due',
  'digest.summary': 'What is due: {counts}',
  'digest.overdue': { one: '{count} overdue', other: '{count} overdue' },
  'digest.today': { one: '{count} due today', other: '{count} due today' },
  'digest.tomorrow': {
    one: '{count} due on the next business day',
    other: '{count} due on the next business day',
  },
  'digest.more': {
    one: 'And {count} more, in the review queue.',
    other: 'And {count} more, in the review queue.',
  },
} as const;
