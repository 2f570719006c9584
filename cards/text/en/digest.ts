/** The reviewers' digest (R79), and what their channel has missed (D21). */
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
  'missed.title': 'What has happened meanwhile',
  'missed.count': { one: 'News of {count} claim', other: 'News of {count} claims' },
  'missed.why':
    'This channel could not be reached for a while. These claims have news; each has its own messages here again from now on.',
  'missed.others': 'Also of {numbers}: type “claim C-…” to read one.',
  'missed.more': { one: 'And of {count} more claim.', other: 'And of {count} more claims.' },
  'missed.summary': {
    one: 'While this channel could not be reached: news of {count} claim',
    other: 'While this channel could not be reached: news of {count} claims',
  },
} as const;
