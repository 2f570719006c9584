import { idsOf } from '../directory/personId.ts';
import type { PersonActor } from '../domain/actor.ts';
import { partnerAdminOf } from '../domain/actors.ts';
import type { Alert, ClaimAlert, DraftAlert, Recipient } from '../domain/alert.ts';
import { recipientFor } from '../domain/alert.ts';
import { assertNever } from '../domain/assertNever.ts';
import { audienceOf } from '../domain/audience.ts';
import type { SubmittedClaim } from '../domain/claim.ts';
import { type Reminder, reminderTime, timersOf } from '../domain/rules/timers.ts';
import { noReaderChanges, type ReaderChanges } from '../outbox/readers.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { findClaim } from './findClaim.ts';

/** When somebody may be notified (R79); absent: at once. */
type Times = Pick<Recipient, 'from' | 'until'>;

/**
 * R99: who at the partner an alert is for, decided when it is sent. The moment is the first attempt, so that a retried
 * alert does not reach new readers after later alerts; for a reminder it is each reader's own morning.
 */
export function createPresentReaders(
  context: Pick<ClaimsContext, 'store' | 'directory' | 'calendar' | 'zonesOf'>,
) {
  const { store, directory, calendar, zonesOf } = context;

  return async function presentReaders(alert: Alert, at: string): Promise<ReaderChanges> {
    switch (alert.kind) {
      case 'claim': {
        if (audienceOf(alert.event).partner !== 'tell') return noReaderChanges;
        return { ...(await joinedTo(alert, at)), gone: await goneFrom(alert, at) };
      }
      case 'draft':
        return { joined: [], gone: await goneFrom(alert, at) };
      case 'contest':
      case 'digest':
        return noReaderChanges;
      default:
        return assertNever(alert);
    }
  };

  async function goneFrom({ recipients, partnerId }: ClaimAlert | DraftAlert, at: string): Promise<string[]> {
    const due = recipients.flatMap(({ to, notify, result, from = at }) =>
      to.kind === 'person' && notify && result === 'waiting' && from <= at ? [to.personId] : [],
    );
    const here = await hereOf(due, partnerId);
    return due.filter((id) => !here.includes(id));
  }

  async function joinedTo(alert: ClaimAlert, at: string): Promise<Omit<ReaderChanges, 'gone'>> {
    const { number, event, readersAsOf } = alert;
    const isReminder = audienceOf(event).whileClockRuns === true;
    if (readersAsOf !== undefined && !isReminder) return noReaderChanges;
    const found = await findClaim(store, number);
    if (found?.kind !== 'submitted') return noReaderChanges;
    const claim = found.document.body;
    return isReminder
      ? await joinedToReminder(alert, claim, at)
      : { joined: await joinedFollowers(alert, claim) };
  }

  /**
   * Anybody at the company may start to follow the claim before their own morning, so the alert is checked once more on
   * each of these mornings.
   */
  async function joinedToReminder(alert: ClaimAlert, claim: SubmittedClaim, at: string) {
    const timer = timersOf(claim, calendar).find(isOf(alert, claim));
    if (!timer) return noReaderChanges;
    const { readersAsOf = '' } = alert;
    const ids = await directory.personIds(claim.partnerId);
    const people = [...claim.followers, ...ids.map((id) => ({ id }))];
    const zones = await zonesOf(people);
    const timesOf = (id: string) => reminderTime(timer, calendar, zones[id]);
    const joined = await joinedFollowers(alert, claim, timesOf);
    const [nextMorning] = people
      .map(({ id }) => timesOf(id).from)
      .filter((from) => from > at)
      .sort();
    return {
      // A person whose morning had already come at the last check was not a reader then.
      joined: joined.filter(({ from = '', until = '' }) => from > readersAsOf && until > at),
      ...(nextMorning ? { nextMorning } : {}),
    };
  }

  async function joinedFollowers(
    { recipients, actorId, event }: ClaimAlert,
    { followers, partnerId }: SubmittedClaim,
    timesOf: (id: string) => Times = () => ({}),
  ): Promise<Recipient[]> {
    const known = recipients.flatMap(({ to }) => (to.kind === 'person' ? [to.personId] : []));
    const ids = followers.map(({ id }) => id).filter((id) => id !== actorId && !known.includes(id));
    return (await hereOf(ids, partnerId)).flatMap((personId) =>
      recipientFor({ kind: 'person', personId }, audienceOf(event).partner).map((one) => ({
        ...one,
        ...timesOf(personId),
      })),
    );
  }

  /** Those who have a role at the company now. */
  async function hereOf(ids: readonly string[], partnerId: string): Promise<string[]> {
    const actors = await Promise.all(
      ids.map((id) => {
        const { tenantId, objectId } = idsOf(id);
        return directory.actor(tenantId, objectId);
      }),
    );
    return ids.filter((_, index) => isOfPartner(actors[index], partnerId));
  }
}

/** The reminder that the alert was written for, while its clock runs. */
const isOf =
  ({ at, version }: ClaimAlert, { statusVersion }: SubmittedClaim) =>
  (timer: { readonly name: string; readonly at: string }): timer is Reminder =>
    timer.name === 'remind' && timer.at === at && version >= statusVersion;

/** R97: people with a role at the company see its claims. */
const isOfPartner = (actor: PersonActor | undefined, partnerId: string): boolean =>
  actor !== undefined && partnerAdminOf(actor)?.partnerId === partnerId;
