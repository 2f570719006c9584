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
  'digest.wasDue': 'Overdue: was due on {day}',
  'digest.dueToday': 'Due today',
  'digest.due': 'Due on {day}',
  'digest.more': { one: '{count} more in the queue', other: '{count} more in the queue' },
} as const;
