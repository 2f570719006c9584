import { deepEqual, equal, ok } from 'node:assert/strict';
import { type Alert, alertId } from '../../services/domain/alert.ts';
import type { ChatPerson, SeenCard } from '../support/chatPerson.ts';
import { until } from '../support/until.ts';
import { lookInto, type StoredData } from '../support/whatIsStored.ts';

/** The moments at which a test kills: a race on purpose, and every outcome is checked. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Whether a press was answered, or the program died over it. */
export const wasAnswered = (pressed: Promise<unknown>): Promise<boolean> =>
  pressed.then(
    () => true,
    () => false,
  );

/** Kills the program when the first press is that many milliseconds old, the second that many …; says which were answered. */
export async function killedAfter(
  machine: { kill(): Promise<void> },
  delaysMs: readonly number[],
  press: (index: number) => Promise<unknown>,
): Promise<boolean[]> {
  const longestMs = Math.max(...delaysMs);
  const presses = delaysMs.map(async (delayMs, index) => {
    await pause(longestMs - delayMs);
    return await wasAnswered(press(index));
  });
  await pause(longestMs);
  await machine.kill();
  return await Promise.all(presses);
}

/** The item at that place, which must be there. */
export function pick<T>(items: readonly T[], index: number): T {
  const item = items[index];
  ok(item !== undefined, `item ${index}`);
  return item;
}

/** Presses Back from the proof step to the first, and sees what was typed at each on the way. */
export async function backTo(
  ana: ChatPerson,
  title: string,
  typed: readonly Record<string, string>[],
): Promise<void> {
  for (const expected of typed) {
    await ana.pressNewest('Back');
    const { inputs } = await ana.card();
    for (const [field, value] of Object.entries(expected)) equal(inputs[field], value, field);
  }
  ok((await ana.card()).text.includes(title));
}

export async function present(ana: ChatPerson, number: string): Promise<string> {
  await ana.say(`claim ${number}`);
  return (await ana.card()).text;
}

/** Exactly one claim, its draft gone, one history. */
export async function onceAndWhole(data: StoredData, number: string): Promise<void> {
  await lookInto(data, async (stored) => {
    const claims = (await stored.claims()).filter((claim) => claim.number === number);
    deepEqual(
      claims.map(({ status, version, historySeq }) => ({ status, version, historySeq })),
      [{ status: 'Submitted', version: claims[0]?.version, historySeq: 2 }],
    );
    deepEqual(
      (await stored.drafts()).filter((draft) => draft.number === number),
      [],
    );
  });
  deepEqual(await eventsOf(data, number), ['DraftCreated', 'ClaimSubmitted']);
}

export const eventsOf = async (data: StoredData, number: string): Promise<string[]> =>
  (await lookInto(data, (stored) => stored.history(number))).map(({ event }) => event.kind);

export const claimOf = async (data: StoredData, number: string) =>
  (await lookInto(data, (stored) => stored.claims())).find((claim) => claim.number === number);

export const draftOf = async (data: StoredData, number: string) =>
  (await lookInto(data, (stored) => stored.drafts())).find((draft) => draft.number === number);

export const proofsOf = async (data: StoredData, number: string) =>
  (await draftOf(data, number))?.proofs ?? [];

export async function untilAlertsAreSent(data: StoredData, number: string): Promise<void> {
  await lookInto(data, (stored) =>
    until(
      async () => (await stored.waitingAlerts(number)).length === 0,
      `the alerts of ${number} to be sent`,
    ),
  );
}

/** Each alert of the claim that stands there, however often it was sent, is a card that works. */
export async function canBeReviewed(rita: ChatPerson, cards: readonly SeenCard[]): Promise<void> {
  ok(cards.length >= 1, 'no card in the channel');
  for (const { buttons } of cards) ok(buttons.includes('Start review'), buttons.join());
  const [first] = cards;
  if (first) await rita.press(first, 'Start review');
}

const lease = { pk: 'lease:dispatcher', id: 'lease', type: 'lease' } as const;

/** As if another process were the one that sends. */
export async function takeLease(data: StoredData, holdMs: number): Promise<void> {
  const until = new Date(Date.now() + holdMs).toISOString();
  const document = { ...lease, body: { data: 'another process', until } };
  await lookInto(data, (_stored, store) => store.batch(lease.pk, [{ kind: 'upsert', document }]));
}

/** As if the eight seconds were over in which a dead process still holds the lease to send. */
export const endLease = (data: StoredData) => takeLease(data, -1);

/** Puts the newest sent alert of the claim back as if the result had not been written. */
export async function sendAgain(data: StoredData, number: string): Promise<void> {
  await lookInto(data, async (stored, store) => {
    const claim = (await stored.claims()).find((known) => known.number === number);
    const pk = claim?.details.customerTenantId ?? '';
    const id = alertId(number, claim?.version ?? 0);
    const alert = await store.read<Alert>(pk, id);
    ok(alert, 'the alert is kept');
    const recipients = alert.body.recipients.map((recipient) => ({ ...recipient, result: 'waiting' }));
    const body = { ...alert.body, recipients, nextAttemptAt: new Date().toISOString() };
    await store.batch(pk, [{ kind: 'upsert', document: { pk, id, type: 'alert', body } }]);
  });
}
