/** Deadlines as each side reads them (R71–R76, R78, D10). */
export const clock = {
  'clock.businessDaysLeft': { one: '{count} business day left', other: '{count} business days left' },
  'clock.daysLeft': { one: '{count} day left', other: '{count} days left' },
  /** For a card that is never updated while the days go by. */
  'clock.asOf': '{left} (on {day})',
  'clock.lastDayIs': 'Today ({day}) is the last day',
  'clock.lastDay': 'Today is the last day',
  'clock.local': 'in your time zone: {when}',
  'clock.overdue': 'Overdue since {deadline}',

  'clock.partner.begin': 'The review begins by {deadline}',
  'clock.partner.begin.passed': 'The review was due to begin by {deadline}',
  'clock.partner.decide': 'The decision is due by {deadline}',
  'clock.partner.decide.passed': 'The decision was due by {deadline}',
  'clock.partner.late': 'This is taking longer than planned. You do not need to do anything.',
  'clock.partner.answer': 'Answer by {deadline}',
  'clock.partner.answer.passed': 'The time to answer ended {deadline}',
  'clock.partner.decline': 'The customer can decline until {deadline}',
  'clock.partner.decline.passed': 'The customer’s time to decline ended {deadline}',
  'clock.partner.dispute': 'You can comment until {deadline}',

  'clock.reviewer.begin': 'Start the review by {deadline}',
  'clock.reviewer.decide': 'Decide by {deadline}',
  'clock.reviewer.answer': '{partner} has until {deadline} to answer',
  'clock.reviewer.dispute': '{partner} can comment until {deadline}',

  'comment.answerBy':
    'Please answer by {deadline}. The claim stays approved, and nothing happens automatically after that date.',

  'clock.near.answer': 'Your answer is due soon',
  'clock.near.answerToday': 'Last reminder: your answer is due',
  'clock.near.answerOtherwise':
    'If the claim is not sent back by then, it is rejected for “No answer in time”.',
  'clock.near.dispute': 'The time to write to the reviewer ends soon',
  'clock.near.disputeToday': 'Last reminder: the time to write to the reviewer ends',
  'clock.near.disputeOtherwise':
    'After that, the rejection stands. A new claim from this one is still possible.',

  // In a list, one line.
  'clock.row.answer': 'Answer by {day}',
  'clock.row.begin': 'Review begins by {day}',
  'clock.row.decide': 'Decision by {day}',
  'clock.row.late': 'Later than planned: was due {day}',
  'clock.row.answerPassed': 'The time to answer ended {day}',
  'clock.row.dispute': 'You can comment until {day}',
  'clock.row.decline': 'The customer can decline until {day}',
  'clock.row.declinePassed': 'The customer’s time to decline ended {day}',
  'clock.row.reviewer.begin': 'Start by {day}',
  'clock.row.reviewer.decide': 'Decide by {day}',
  'clock.row.reviewer.answer': 'The partner has until {day}',
  'clock.row.overdue': 'Overdue since {day}',
  'clock.row.dueToday': 'Due today',
} as const;
