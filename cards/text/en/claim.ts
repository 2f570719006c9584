/** The card of a submitted claim, as the partner reads it; both sides' common words. */
export const claim = {
  // R6: as they stand in payout reports.
  'claim.ids': '{title} ({number})\n\nTenant ID: {tenant}',
  'claim.idLine': '{product}: {subscription}',
  'claim.customer': '{customer} · {domain}',
  'claim.answerBy': 'Answer by {deadline}',
  'claim.disputeUntil': 'A dispute is possible until {deadline}',
  'claim.filedBy': 'Filed by',
  'claim.filing': 'Filing',
  'claim.submittedAt': 'Submitted',
  'claim.location': '{mpnId} · {name}',
  'claim.productLine': '{product}: subscription {subscription}',
  'claim.ended': '{subscription} (has ended)',
  'claim.by': 'Claimed by {partner}',
  'claim.comments': 'Comments',
  'claim.moreLines': { one: '{count} more under “Show more”.', other: '{count} more under “Show more”.' },
  'claim.moreComments': {
    one: '{count} earlier comment is in History.',
    other: '{count} earlier comments are in History.',
  },
  'claim.commentBy': '**{name}** · {side} · {when}',
  'claim.files': 'Proof of execution',
  'claim.fileSize': '{size}, added {when}',
  'claim.fileHere': 'You can also attach a file in this chat; you are asked which claim it is for.',

  'partner.Submitted': 'Submitted: now it is the reviewers’ turn',
  'partner.SubmittedText':
    'The review starts within five business days. We tell you here when something happens.',
  'partner.Resubmitted': 'Sent back to the reviewers',
  'partner.ResubmittedText': 'They have what you sent. We tell you here when they decide or need more.',
  'partner.UnderReview': 'A reviewer is looking at your claim',
  'partner.UnderReviewText':
    '{reviewer} started the review on {when}. It takes at most five business days. There is nothing to do for you now.',
  'partner.PartnerActionRequired': 'The reviewer needs more from you',
  'partner.reasons': 'What is missing:',
  'partner.addedSince': {
    one: '{count} file has been added since then.',
    other: '{count} files have been added since then.',
  },
  'partner.answer': 'Your answer',
  'partner.answerOptional': 'Your answer (optional)',
  'partner.answerExample': 'What you changed or added',
  'partner.resubmit': 'Send answer and resubmit',
  'partner.onlyReply': 'Only reply',
  'partner.onlyReplyHelp':
    '“Only reply” does not stop the clock. It runs until {deadline}; without a resubmission by then the claim is rejected.',
  'partner.Approved': 'Your claim is approved',
  'partner.ApprovedText':
    'Approved is not paid: whether the claim earns is assessed afterwards. [Read the programme guide]({url}).',
  'partner.Rejected': 'Your claim was rejected',
  'partner.Expired': 'Time is up: your claim was rejected without an answer',
  'partner.rejectionReason': 'Reason: {reason}',
  'partner.RejectedTalk':
    'Do you see it differently? Tell the reviewer with “Comment” by then. History shows the whole course.',
  'partner.RejectedAgain':
    '“New claim from this one” starts another with everything filled in; it needs new proof of execution.',
  'partner.RejectedOver': 'The time to dispute this rejection has passed.',
  'partner.reviewerComment': 'The reviewer commented',
  'partner.subscriptionEnded': 'A subscription of this claim has ended',
  'partner.subscriptionEndedAgain':
    'The claim keeps its status, but it no longer holds what has ended. If the customer has a new subscription, press “New claim from this one”: everything is filled in but the ended ID and the proof.',
  'partner.subscriptionEndedEdit':
    'The claim goes on, but not for what has ended. With “Edit claim” you can take it out, or put in the customer’s new subscription.',
  'partner.subscriptionEndedReplace':
    'The claim goes on, but not for what has ended, even if that becomes active again. With “Edit claim” you can put in another product, or the customer’s new subscription.',
  'partner.subscriptionEndedText':
    'The claim keeps its status, but it no longer holds or waits for what has ended, even if that becomes active again. To claim it then, or a new subscription, check its ID with the customer and file a new claim.',
  'partner.reply': 'Your reply',
  'partner.sendReply': 'Send reply',
  'partner.goOn': 'Your comment',
  'partner.sendComment': 'Send comment',
  'partner.commentHelp': 'The reviewers are told at once.',

  'summary.submitted': 'Claim {number} is submitted: {name}',
  'summary.newClaim': 'New claim {number} from {partner}: {name}',
  'summary.resubmitted': '{partner} answered and resubmitted {number}: {name}',
  'summary.partnerComment': '{partner} commented on {number}: {name}',
  'summary.reviewerComment': 'The reviewer commented on {number}: {name}',
  'summary.actionRequired': 'More is needed for {number}: {name}. Answer by {day}',
  'summary.approved': 'Claim {number} is approved: {name}',
  'summary.rejected': 'Claim {number} was rejected: {name}',
  'summary.answerNear': 'Answer for {number} by {day}: {name}',
  'summary.disputeNear': 'The rejection of {number} stands after {day}: {name}',
  'summary.subscriptionEnded': 'A subscription of {number} has ended: {name}',
  'summary.claim': 'Claim {number}, {status}: {name}',

  'proofLink.title': 'Open {file}',
  'proofLink.help': {
    one: 'The link works for {count} minute and only you see it.',
    other: 'The link works for {count} minutes and only you see it.',
  },

  'list.eyebrow': 'CPOR Claims',
  'list.mine': 'My claims',
  'list.queue': 'Review queue',
  'list.mineEmpty': 'Your company has no claims yet.',
  'list.queueEmpty': 'No claim waits for a review. Well done.',
  'list.total': { one: '{count} claim', other: '{count} claims' },
  'list.count': { one: '{count} claim on this page', other: '{count} claims on this page' },
  'list.changed': 'Changed {when}',
  'list.summary': { one: '{title}: {count} claim', other: '{title}: {count} claims' },
  'list.openClaim': 'Open {number}',
} as const;
