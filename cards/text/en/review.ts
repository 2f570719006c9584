/** The same claim as a reviewer reads it, and the reviewers' forms (R80, R82). */
export const review = {
  'reviewer.Submitted': 'New claim from {partner}',
  'reviewer.SubmittedText': 'Nobody has started the review yet.',
  'reviewer.Resubmitted': '{partner} answered and resubmitted',
  'reviewer.ResubmittedText': 'Start the review again to decide.',
  'reviewer.UnderReview': 'Under review',
  'reviewer.UnderReviewText': '{reviewer} started the review on {when}.',
  'reviewer.TakenOverText': '{starter} started the review on {when}. {reviewer} has taken it over.',
  'reviewer.PartnerActionRequired': 'Waiting for {partner}',
  'reviewer.PartnerActionRequiredText': '{reviewer} asked for more on {when}:',
  'reviewer.Approved': 'Approved',
  'reviewer.ApprovedText': '{reviewer} approved the claim on {when}.',
  'reviewer.Rejected': 'Rejected',
  'reviewer.RejectedText': '{reviewer} rejected the claim on {when}.',
  'reviewer.ExpiredText':
    'The partner did not answer in time, so the claim was rejected automatically on {when}.',
  'reviewer.filesSince': { one: '{count} file was added.', other: '{count} files were added.' },
  'reviewer.partnerComment': '{partner} commented',

  'review.start': 'Start review',
  'review.takeOver': 'Take over',
  'review.approve': 'Approve',
  'review.ask': 'Ask for more',
  'review.reject': 'Reject',

  'review.commentHelp': 'The partner is notified right away.',
  'review.commentToHolder':
    'Your comment is shown with a date to answer by, in five business days. The claim stays approved, and nothing happens automatically after that date.',

  'ask.title': 'What is missing?',
  'ask.reasons': 'Reasons',
  'ask.comment': 'What exactly do you need?',
  'ask.example': 'For instance: page 3 lacks the customer’s signature',
  'ask.help': 'The partner is notified right away and has five business days to answer.',
  'ask.send': 'Ask the partner',
  'reject.title': 'Why is it rejected?',
  'reject.reason': 'Reason',
  'reject.comment': 'Explain it to the partner',
  'reject.example': 'For instance: the statement of work is for another customer',
  'reject.help': 'You confirm in the next step. The partner will see this text.',
  'reject.continue': 'Reject …',
  'reject.confirmTitle': 'Reject this claim?',
  'reject.confirmText': 'The partner is notified right away. This cannot be undone.',
  'reject.confirm': 'Yes, reject',
  'approve.confirmTitle': {
    one: 'Approve while a competing claim is waiting?',
    other: 'Approve while {count} competing claims are waiting?',
  },
  'approve.confirmText': {
    one: 'Another partner’s claim on the same product or workload is “Submitted”, not reviewed yet. If you approve now, this partner holds it, and the other claim competes with it later.',
    other:
      '{count} other claims on the same product or workload are “Submitted”, not reviewed yet. If you approve now, this partner holds it, and the others compete with it later.',
  },
  'approve.confirm': 'Yes, approve',
} as const;
