import type { Actor, PartnerRole } from '../directory/directory.ts';
import type { Claim, ClaimStatus } from './claim.ts';
import type { CommandName } from './views.ts';

/** Where each command leads (R69). A status that is not named refuses the command (R70). */
export const moves: Readonly<Record<CommandName, Readonly<Partial<Record<ClaimStatus, ClaimStatus>>>>> = {
  submit: { Editing: 'Submitted' },
  startReview: { Submitted: 'UnderReview' },
  // R98: another reviewer goes on with it.
  takeOverReview: { UnderReview: 'UnderReview' },
  requestInformation: { UnderReview: 'PartnerActionRequired' },
  resubmit: { PartnerActionRequired: 'Submitted' },
  approve: { UnderReview: 'Approved' },
  reject: { UnderReview: 'Rejected' },
  // R84: in every live status but Editing, and in Rejected while a dispute is possible.
  comment: {
    Submitted: 'Submitted',
    UnderReview: 'UnderReview',
    PartnerActionRequired: 'PartnerActionRequired',
    Approved: 'Approved',
    Rejected: 'Rejected',
  },
  // R60; Approved where the slot is contested.
  addProof: {
    Editing: 'Editing',
    Submitted: 'Submitted',
    PartnerActionRequired: 'PartnerActionRequired',
    Approved: 'Approved',
  },
  // R88: while no reviewer is at it.
  edit: { Submitted: 'Submitted', PartnerActionRequired: 'PartnerActionRequired' },
  // R52: while the claim is under way.
  announceArbitration: {
    Submitted: 'Submitted',
    UnderReview: 'UnderReview',
    PartnerActionRequired: 'PartnerActionRequired',
  },
  // R79: while the partner can still act.
  remind: { PartnerActionRequired: 'PartnerActionRequired', Rejected: 'Rejected' },
  // R73: no answer in time.
  expire: { PartnerActionRequired: 'Rejected' },
  // R45: wherever a claim holds its slot or contends for it.
  announceEnd: {
    Submitted: 'Submitted',
    UnderReview: 'UnderReview',
    PartnerActionRequired: 'PartnerActionRequired',
    Approved: 'Approved',
  },
};

type Issuer = 'reviewer' | 'programme' | PartnerRole;
const anyAdmin: readonly Issuer[] = ['IncentivesAdmin', 'BillingAdmin', 'GlobalAdmin'];

/** Who may issue each command (R97, R98). */
export const issuers: Readonly<Record<CommandName, readonly Issuer[]>> = {
  submit: ['IncentivesAdmin'],
  startReview: ['reviewer'],
  takeOverReview: ['reviewer'],
  requestInformation: ['reviewer'],
  resubmit: anyAdmin,
  approve: ['reviewer'],
  reject: ['reviewer'],
  comment: [...anyAdmin, 'reviewer'],
  addProof: anyAdmin,
  edit: anyAdmin,
  announceArbitration: ['programme'],
  announceEnd: ['programme'],
  remind: ['programme'],
  expire: ['programme'],
};

/** Whether the person's role allows the command at all, whatever the claim's status. */
export function mayIssue(actor: Actor, command: CommandName): boolean {
  const allowed = issuers[command];
  return actor.kind === 'partner'
    ? actor.roles.some((role) => allowed.includes(role))
    : allowed.includes(actor.kind);
}

/** Whether the person may see the claim: reviewers every submitted one, partners' admins their company's (R97, R53). */
export function maySee(actor: Actor, claim: Claim): boolean {
  if (actor.kind !== 'partner') return claim.status !== 'Editing';
  return actor.partnerId === claim.partnerId && actor.roles.length > 0;
}

/** Whether the time for a command has passed: R84 for comments on a rejected claim. */
export function tooLateFor(command: CommandName, claim: Claim, at: string): string | undefined {
  const closed = command === 'comment' && claim.status === 'Rejected' && at >= claim.disputeUntil;
  return closed ? claim.disputeUntil : undefined;
}

/** R60: the holder of a slot adds PoE only while somebody contends for it. */
export const needsContest = (command: CommandName, claim: Claim): boolean =>
  command === 'addProof' && claim.status === 'Approved';

/** R98: a review is taken over from somebody else. */
export const isOwnReview = (actor: Actor, command: CommandName, claim: Claim): boolean =>
  command === 'takeOverReview' && claim.status === 'UnderReview' && claim.reviewer.id === actor.personId;

/** D7: a reviewer who comments on it asks the holder of a contested slot, with a date to answer by. */
export const asksHolder = (actor: Actor, claim: Claim, contested: boolean): boolean =>
  actor.kind === 'reviewer' && claim.status === 'Approved' && contested;

/** When something is asked about a claim, and whether one of its slots is contested then. */
export interface Circumstances {
  readonly at: string;
  readonly contested: boolean;
}

/** The commands this person can issue on the claim now. */
export function allowedCommands(actor: Actor, claim: Claim, { at, contested }: Circumstances): CommandName[] {
  if (!maySee(actor, claim)) return [];
  return (Object.keys(moves) as CommandName[]).filter(
    (command) =>
      moves[command][claim.status] &&
      mayIssue(actor, command) &&
      !isOwnReview(actor, command, claim) &&
      !tooLateFor(command, claim, at) &&
      (contested || !needsContest(command, claim)),
  );
}
