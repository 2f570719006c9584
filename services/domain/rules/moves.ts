import { type Actor, type PartnerRole, partnerRoles } from '../actor.ts';
import { isReviewer } from '../actors.ts';
import { assertNever } from '../assertNever.ts';
import type { Claim, ClaimStatus } from '../claim.ts';
import { type CommandName, commandNames } from '../command.ts';

/** Where each command leads from each status (R69). A command that is not named in a row is refused there (R70). */
export const moves: Readonly<Record<ClaimStatus, Readonly<Partial<Record<CommandName, ClaimStatus>>>>> = {
  Editing: { submit: 'Submitted', addProof: 'Editing' },
  Submitted: {
    startReview: 'UnderReview',
    comment: 'Submitted', // R84: in every live status but Editing
    addProof: 'Submitted', // R60
    edit: 'Submitted', // R88: while no reviewer works on it
    announceArbitration: 'Submitted', // R52: while the claim is undecided
    announceSubscriptionEnd: 'Submitted', // R45: wherever a claim holds its slot or competes for it
  },
  UnderReview: {
    approve: 'Approved',
    reject: 'Rejected',
    requestInformation: 'PartnerActionRequired',
    takeOverReview: 'UnderReview', // R98: another reviewer continues it
    comment: 'UnderReview',
    announceArbitration: 'UnderReview',
    announceSubscriptionEnd: 'UnderReview',
  },
  PartnerActionRequired: {
    resubmit: 'Submitted',
    expire: 'Rejected', // R73: no answer in time
    comment: 'PartnerActionRequired',
    addProof: 'PartnerActionRequired',
    edit: 'PartnerActionRequired',
    announceArbitration: 'PartnerActionRequired',
    announceSubscriptionEnd: 'PartnerActionRequired',
    remind: 'PartnerActionRequired', // R79: while the partner can still act
  },
  // Nothing leads out of these two yet.
  Approved: {
    comment: 'Approved',
    addProof: 'Approved', // R60: while one of its slots is contested
    announceSubscriptionEnd: 'Approved',
  },
  Rejected: {
    comment: 'Rejected', // R84: while a dispute is possible
    remind: 'Rejected',
  },
};

/** Where a command leads from a status; undefined where it is refused. */
export const targetOf = (status: ClaimStatus, command: CommandName): ClaimStatus | undefined =>
  moves[status][command];

type Issuer = 'reviewer' | 'system' | PartnerRole;
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
  announceArbitration: ['system'],
  announceSubscriptionEnd: ['system'],
  remind: ['system'],
  expire: ['system'],
};

/** Whether people of a partner company can issue the command, so that a colleague can be asked to do it (R98). */
export const isForPartners = (command: CommandName): boolean =>
  partnerRoles.some((role) => issuers[command].includes(role));

/** Whether the person's role allows the command at all, whatever the claim's status. */
export function mayIssue(actor: Actor, command: CommandName): boolean {
  const allowed = issuers[command];
  switch (actor.kind) {
    case 'partner':
      return actor.roles.some((role) => allowed.includes(role));
    case 'reviewer':
    case 'system':
      return allowed.includes(actor.kind);
    default:
      return assertNever(actor);
  }
}

/** Whether the person may see the claim: reviewers every submitted one, partners' admins their company's (R97, R53). */
export function maySee(actor: Actor, claim: Claim): boolean {
  switch (actor.kind) {
    case 'partner':
      return actor.partnerId === claim.partnerId && actor.roles.length > 0;
    case 'reviewer':
    case 'system':
      return claim.status !== 'Editing';
    default:
      return assertNever(actor);
  }
}

/** The deadline of a command if it has passed, otherwise undefined: R84 for comments on a rejected claim. */
export function tooLateFor(command: CommandName, claim: Claim, at: string): string | undefined {
  const closed = command === 'comment' && claim.status === 'Rejected' && at >= claim.disputeUntil;
  return closed ? claim.disputeUntil : undefined;
}

/** R60: the holder of a slot adds PoE only while another partner competes for it. */
export const needsContest = (command: CommandName, claim: Claim): boolean =>
  command === 'addProof' && claim.status === 'Approved';

/** R98: whether a reviewer would take over a review that is already theirs. */
export const isOwnReview = (actor: Actor, command: CommandName, claim: Claim): boolean =>
  command === 'takeOverReview' && claim.status === 'UnderReview' && claim.reviewer.id === actor.personId;

/** D7: whether a reviewer's comment asks the holder of a contested slot, with a date to answer by. */
export const asksHolder = (actor: Actor, claim: Claim, contested: boolean): boolean =>
  isReviewer(actor) && claim.status === 'Approved' && contested;

/** The moment at which the rules are asked about a claim, and whether one of its slots is contested then. */
export interface MoveContext {
  readonly at: string;
  readonly contested: boolean;
}

/** The commands this person can issue on the claim now. */
export function allowedCommands(actor: Actor, claim: Claim, { at, contested }: MoveContext): CommandName[] {
  if (!maySee(actor, claim)) return [];
  return commandNames.filter(
    (command) =>
      targetOf(claim.status, command) &&
      mayIssue(actor, command) &&
      !isOwnReview(actor, command, claim) &&
      !tooLateFor(command, claim, at) &&
      (contested || !needsContest(command, claim)),
  );
}
