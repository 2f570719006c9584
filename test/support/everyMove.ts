import type { Claim, ClaimStatus } from '../../services/domain/claim.ts';
import type { Command, CommandName } from '../../services/domain/command.ts';
import { aProof, someDetails } from './aClaim.ts';

/**
 * Written out from R69, R84, R60, R88 and R52, not derived from the code under test: where each command leads from each
 * status while the claim's slot is contested. `-` is refused.
 */
export const everyMove: Readonly<Record<ClaimStatus, Readonly<Record<CommandName, ClaimStatus | '-'>>>> = {
  Editing: {
    submit: 'Submitted',
    startReview: '-',
    takeOverReview: '-',
    requestInformation: '-',
    resubmit: '-',
    approve: '-',
    reject: '-',
    comment: '-',
    addProof: 'Editing',
    edit: '-',
    announceArbitration: '-',
    announceSubscriptionEnd: '-',
    remind: '-',
    expire: '-',
  },
  Submitted: {
    submit: '-',
    startReview: 'UnderReview',
    takeOverReview: '-',
    requestInformation: '-',
    resubmit: '-',
    approve: '-',
    reject: '-',
    comment: 'Submitted',
    addProof: 'Submitted',
    edit: 'Submitted',
    announceArbitration: 'Submitted',
    announceSubscriptionEnd: 'Submitted',
    remind: '-',
    expire: '-',
  },
  UnderReview: {
    submit: '-',
    startReview: '-',
    takeOverReview: 'UnderReview',
    requestInformation: 'PartnerActionRequired',
    resubmit: '-',
    approve: 'Approved',
    reject: 'Rejected',
    comment: 'UnderReview',
    addProof: '-',
    edit: '-',
    announceArbitration: 'UnderReview',
    announceSubscriptionEnd: 'UnderReview',
    remind: '-',
    expire: '-',
  },
  PartnerActionRequired: {
    submit: '-',
    startReview: '-',
    takeOverReview: '-',
    requestInformation: '-',
    resubmit: 'Submitted',
    approve: '-',
    reject: '-',
    comment: 'PartnerActionRequired',
    addProof: 'PartnerActionRequired',
    edit: 'PartnerActionRequired',
    announceArbitration: 'PartnerActionRequired',
    announceSubscriptionEnd: 'PartnerActionRequired',
    remind: 'PartnerActionRequired',
    expire: 'Rejected',
  },
  Approved: {
    submit: '-',
    startReview: '-',
    takeOverReview: '-',
    requestInformation: '-',
    resubmit: '-',
    approve: '-',
    reject: '-',
    comment: 'Approved',
    addProof: 'Approved',
    edit: '-',
    announceArbitration: '-',
    announceSubscriptionEnd: 'Approved',
    remind: '-',
    expire: '-',
  },
  Rejected: {
    submit: '-',
    startReview: '-',
    takeOverReview: '-',
    requestInformation: '-',
    resubmit: '-',
    approve: '-',
    reject: '-',
    comment: 'Rejected',
    addProof: '-',
    edit: '-',
    announceArbitration: '-',
    announceSubscriptionEnd: '-',
    remind: 'Rejected',
    expire: '-',
  },
};

/** One of each command. */
export const commands: { readonly [N in CommandName]: Extract<Command, { name: N }> } = {
  submit: { name: 'submit', details: someDetails() },
  startReview: { name: 'startReview' },
  takeOverReview: { name: 'takeOverReview' },
  requestInformation: {
    name: 'requestInformation',
    reasons: ['ProductsMissing'],
    comment: 'Which workloads?',
  },
  resubmit: { name: 'resubmit', answer: 'All of them.' },
  approve: { name: 'approve', confirmed: true },
  reject: { name: 'reject', reason: 'InsufficientProof', comment: 'Nothing is signed.' },
  comment: { name: 'comment', text: 'Hello' },
  addProof: { name: 'addProof', proof: aProof({ id: 'file-2' }) },
  edit: { name: 'edit', changes: { mpnId: '4512088' } },
  announceArbitration: { name: 'announceArbitration' },
  announceSubscriptionEnd: {
    name: 'announceSubscriptionEnd',
    subscriptionId: '2606fe35-e9ef-472a-abe7-a546d0a01bd1',
  },
  remind: { name: 'remind', due: '' },
  expire: { name: 'expire', due: '' },
};

/** A timer names the instant at which it was due. */
export function commandOn(claim: Claim, name: CommandName): Command {
  const command = commands[name];
  if (command.name === 'expire' && claim.status === 'PartnerActionRequired')
    return { ...command, due: claim.answerBy };
  return command.name === 'remind' && claim.status !== 'Editing'
    ? { ...command, due: claim.dueAt ?? '' }
    : command;
}
