import type { RejectedClaim, SubmittedClaim } from '../claim.ts';
import type { Context, Decision, State } from '../command.ts';
import { personOf } from '../person.ts';
import { release } from '../slot.ts';
import { disputeDeadline } from './deadlines.ts';
import { decision } from './effects.ts';

/** Rejects the claim in the actor's name. The claim leaves its slots, and can be disputed for a while (R76). */
export function rejection(
  state: State,
  claim: SubmittedClaim,
  { reason, comment }: Pick<RejectedClaim, 'reason' | 'comment'>,
  context: Context,
): Decision {
  return decision(
    state,
    claim,
    {
      to: {
        status: 'Rejected',
        rejectedBy: personOf(context.actor),
        rejectedAt: context.at,
        reason,
        comment,
        disputeUntil: disputeDeadline(context.at, context.calendar),
      },
      event: { kind: 'ClaimRejected', reason, comment },
      news: 'rejected',
      slotAfter: (slot) => release(slot, claim.number),
    },
    context,
  );
}
