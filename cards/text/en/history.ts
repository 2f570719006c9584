/** The course of a claim (R96). */
export const history = {
  'history.title': 'History',
  'history.summary': 'History of {number}: {name}',
  'history.by': '{name} · {side} · {when}',
  'history.move': 'From {from} to {to}',
  'history.DraftCreated': 'Draft created',
  'history.DraftTakenOver': 'Draft taken over',
  'history.ClaimSubmitted': {
    one: 'Claim submitted with {count} file: {files}',
    other: 'Claim submitted with {count} files: {files}',
  },
  'history.ReviewStarted': 'Review started',
  'history.ReviewTakenOver': 'Review taken over from {name}',
  'history.InformationRequested': 'More was asked for',
  'history.Commented': 'Comment',
  'history.ProofAdded': 'File added: {file}',
  'history.ClaimResubmitted': 'Claim resubmitted',
  'history.SubscriptionEnded': 'Subscription {subscription} has ended',
  'history.ClaimApproved': 'Claim approved',
  'history.ClaimRejected': 'Claim rejected: {reason}',
  'history.empty': 'Nothing older.',
  'history.back': 'Back to the claim',
} as const;
