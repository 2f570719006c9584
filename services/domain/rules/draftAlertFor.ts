import { system } from '../actor.ts';
import { type Addressee, type DraftAlert, type DraftEvent, type Recipient, recipientFor } from '../alert.ts';
import { audiences } from '../audience.ts';
import type { Draft } from '../claim.ts';
import { readersOfDraft } from './draftOwner.ts';

/** The topic of a draft's alerts of one kind. There is at most one alert for each version. */
export const draftTopic = (event: DraftEvent, number: string): string => `${event}:${number}`;

/** When a draft's alert is written, and until when it is useful; by person ID, the reader's own morning. */
interface Times {
  readonly at: string;
  readonly until?: string;
  readonly mornings?: Readonly<Record<string, string>>;
}

/** D13, R99: the people who fill in and who filed the draft are reminded, and notified before it is deleted. */
export function draftAlertFor(
  step: 'remind' | 'notice',
  draft: Draft,
  { at, until, mornings = {} }: Times,
): DraftAlert {
  const event = step === 'remind' ? 'draftReminder' : 'draftNotice';
  const timed = (one: Recipient, from: string | undefined): Recipient => ({
    ...one,
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  });
  const recipients = readersOfDraft(draft).flatMap(({ id }) =>
    recipientFor(person(id), audiences.draft[event].partner).map((one) => timed(one, mornings[id])),
  );
  return alertOf(event, draft, { at, actorId: system.personId, recipients });
}

/**
 * A deleted draft is not announced by a message: only its newest card is updated. The person who deleted it gets no
 * alert.
 */
export function draftGoneAlert(
  draft: Draft,
  { at, actorId }: Pick<DraftAlert, 'at' | 'actorId'>,
): DraftAlert | undefined {
  const recipients = readersOfDraft(draft)
    .filter(({ id }) => id !== actorId)
    .flatMap(({ id }) => recipientFor(person(id), audiences.draft.draftDeleted.partner));
  return recipients.length > 0 ? alertOf('draftDeleted', draft, { at, actorId, recipients }) : undefined;
}

const firstAttempt = (recipients: readonly Recipient[], at: string): string =>
  recipients.map(({ from }) => from ?? at).reduce((first, next) => (next < first ? next : first));

const person = (personId: string): Addressee => ({ kind: 'person', personId });

function alertOf(
  event: DraftEvent,
  { number, version, partnerId }: Draft,
  written: Pick<DraftAlert, 'at' | 'actorId' | 'recipients'>,
): DraftAlert {
  return {
    kind: 'draft',
    topic: draftTopic(event, number),
    number,
    version,
    partnerId,
    event,
    ...written,
    attempts: 0,
    nextAttemptAt: firstAttempt(written.recipients, written.at),
  };
}
