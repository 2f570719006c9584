import { programme } from '../actor.ts';
import { type DraftAlert, type DraftEvent, type Recipient, waitingFor } from '../alert.ts';
import type { EditingClaim } from '../claim.ts';
import { audiences } from './audience.ts';
import { keeperOf } from './draftKeeper.ts';

/** What a draft's alerts of one kind are about: there is at most one for each version. */
export const draftTopic = (event: DraftEvent, number: string): string => `${event}:${number}`;

/** When a draft's keeper may be told: a notice without an end, because deletion waits for it. */
type Told = Pick<Recipient, 'from' | 'until'>;

/** D13, R99: whoever is filling the draft in is reminded of it, and told before it is deleted. */
export const draftAlertFor = (
  duty: 'remind' | 'notice',
  draft: EditingClaim,
  time: { readonly at: string } & Told,
): DraftAlert =>
  alertOf(duty === 'remind' ? 'draftReminder' : 'draftNotice', draft, {
    ...time,
    actorId: programme.personId,
  });

/** Nobody is notified that a draft is gone: its newest card says so in place. Nothing for who deleted it. */
export function draftGoneAlert(
  draft: EditingClaim,
  by: { readonly at: string; readonly actorId: string },
): DraftAlert | undefined {
  return keeperOf(draft).id === by.actorId ? undefined : alertOf('draftDeleted', draft, by);
}

function alertOf(
  event: DraftEvent,
  draft: EditingClaim,
  { at, actorId, ...told }: { readonly at: string; readonly actorId: string } & Told,
): DraftAlert {
  const { number, version, partnerId } = draft;
  return {
    kind: 'draft',
    topic: draftTopic(event, number),
    number,
    version,
    partnerId,
    event,
    at,
    actorId,
    recipients: waitingFor(
      { kind: 'person', personId: keeperOf(draft).id },
      audiences.draft[event].partner,
    ).map((keeper) => ({ ...keeper, ...told })),
    attempts: 0,
    nextAttemptAt: told.from ?? at,
  };
}
