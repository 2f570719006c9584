/** The card of a submitted claim, as the partner reads it; both sides' common words. */
export const claim = {
  // R6: the IDs as payout reports show them.
  'claim.ids': '{title} ({number})\n\nTenant ID: {tenant}',
  'claim.idLine': '{product}: {subscription}',
  'claim.customer': '{customer} · {domain}',
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
  'claim.fileHere':
    'You can also attach a file in this chat. Write {number} with it; without it, I ask where another claim could be meant.',

  'partner.Submitted': 'Submitted: now with the reviewers',
  'partner.SubmittedText': 'We will let you know here when something happens.',
  'partner.Resubmitted': 'Sent back to the reviewers',
  'partner.ResubmittedText':
    'They have what you sent. We will let you know here when they decide or need more.',
  'partner.UnderReview': 'A reviewer is looking at your claim',
  'partner.UnderReviewText':
    '{reviewer} started the review on {when}. We will let you know here when it is decided, or when the reviewer needs more.',
  'partner.PartnerActionRequired': 'The reviewer needs more from you',
  'partner.reasons': 'What is missing:',
  'partner.addedSince': {
    one: '{count} file has been added since then.',
    other: '{count} files have been added since then.',
  },
  'partner.answer': 'Your answer',
  'partner.answerOptional': 'Your answer (optional)',
  'partner.answerExample': 'What you changed or added',
  'partner.resubmit': 'Resubmit',
  'partner.toAnswer': 'Resubmit …',
  'partner.onlyReply': 'Only reply',
  'partner.onlyReplyHelp':
    '“Only reply” does not stop the clock. Resubmit by {deadline}, or the claim is rejected.',
  'partner.Approved': 'Your claim is approved',
  'partner.ApprovedText':
    'Approved does not mean paid: whether the claim earns incentives is assessed afterwards. [Read the programme guide]({url}).',
  'partner.Rejected': 'Your claim was rejected',
  'partner.Expired': 'Your claim was rejected: no answer in time',
  'partner.ExpiredText': 'The reviewers needed more, and the claim was not sent back by {deadline}.',
  'partner.rejectionReason': 'Reason: {reason}',
  'partner.RejectedComment':
    'If you disagree, tell the reviewer with “Comment” by then. History shows every step.',
  'partner.RejectedAgain':
    '“Copy to a new claim” starts another with everything filled in; it needs new proof of execution.',
  'partner.RejectedAgainAsk':
    'To try again, an Incentives admin can start a new claim from this one: everything is filled in except the proof of execution. Ask {names}.',
  'partner.RejectedForGood': 'The time to write to the reviewer is over, and the rejection stands.',
  'partner.reviewerComment': 'The reviewer commented',
  'partner.subscriptionEnded': 'A subscription of this claim has ended',
  'partner.subscriptionEndedCopy':
    'The claim keeps its status, but it no longer holds the ended subscription. If the customer has a new one, press “Copy to a new claim”: everything is filled in except the ended ID and the proof.',
  'partner.subscriptionEndedCopyAsk':
    'The claim keeps its status, but it no longer holds the ended subscription. If the customer has a new subscription, an Incentives admin can start a new claim from this one: everything is filled in except the ended ID and the proof. Ask {names}.',
  'partner.ApprovedAgainAsk':
    'For the ended subscription, an Incentives admin can start a new claim from this one. Ask {names}.',
  'partner.subscriptionEndedEdit':
    'The claim goes on, but no longer covers the ended subscription. Press “Edit claim” to remove it, or to enter the customer’s new subscription.',
  'partner.subscriptionEndedReplace':
    'The claim goes on, but no longer covers the ended subscription, even if it becomes active again. Press “Edit claim” to choose another product, or to enter the customer’s new subscription.',
  'partner.subscriptionEndedText':
    'The claim keeps its status, but the ended subscription no longer belongs to it, not even if it becomes active again. To claim it then, or to claim another, check the ID with the customer and file a new claim.',
  'partner.reply': 'Your reply',
  'partner.sendReply': 'Send',
  'partner.goOn': 'Your comment',
  'partner.sendComment': 'Send',
  'partner.commentHelp': 'The reviewers are notified right away.',

  'summary.submitted': 'Claim {number} is submitted: {name}',
  'summary.newClaim': 'New claim {number} from {partner}: {name}',
  'summary.resubmitted': '{partner} answered and resubmitted {number}: {name}',
  'summary.partnerComment': '{partner} commented on {number}: {name}',
  'summary.reviewerComment': 'The reviewer commented on {number}: {name}',
  'summary.actionRequired': 'More is needed for {number}: {name}. Answer by {day}',
  'summary.approved': 'Claim {number} is approved: {name}',
  'summary.rejected': 'Claim {number} was rejected: {name}',
  'summary.answerNear': 'Answer for {number} by {day}, or it is rejected: {name}',
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
  'list.queueEmpty': 'No claims are waiting for review.',
  'list.total': { one: '{count} claim', other: '{count} claims' },
  'list.range': 'Claims {from} to {to}',
  'list.one': 'Claim {count}',
  'list.lastPage': '{range} · last page',
  'list.nothingMore': 'There are no more claims here.',
  'list.contested': 'Contested',
  'filter.status': 'Status',
  'filter.everyStatus': 'All statuses',
  'filter.customer': 'Customer',
  'filter.customerExample': 'Name, domain or tenant ID',
  'filter.customerHelp': 'The beginning of a name or a domain is enough.',
  'filter.manyCustomers': {
    one: 'Many customers match; only the first was searched. Type more of the name.',
    other: 'Many customers match; only the first {count} were searched. Type more of the name.',
  },
  'filter.apply': 'Filter',
  'filter.drop': 'Show all',
  'filter.onlyStatus': 'Only: {status}',
  'filter.onlyCustomer': 'Only customer: {customer}',
  'filter.both': 'Only: {status} · customer: {customer}',
  'filter.nothing': 'No claims match. Change the filter below, or press “Show all”.',
  'list.changed': 'Changed {when}',
  'list.summary': { one: '{title}: {count} claim', other: '{title}: {count} claims' },
  'list.openClaim': 'Open {number}',
} as const;
