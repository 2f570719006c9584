import { system } from '../../domain/actor.ts';
import { alertId, type DraftAlert } from '../../domain/alert.ts';
import type { EditingClaim } from '../../domain/claim.ts';
import type { DraftClock } from '../../domain/draft.ts';
import { draftAlertFor, draftGoneAlert, draftTopic } from '../../domain/rules/draftAlertFor.ts';
import { clockAfter, clockFrom, dutyNow } from '../../domain/rules/draftClock.ts';
import { readersOfDraft } from '../../domain/rules/draftKeeper.ts';
import { lostRace } from '../../queue/retry.ts';
import type { StoredDocument, Write } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { alertDocument, draftDocument } from '../documents.ts';
import { endDraft } from '../drafts/draftEnd.ts';
import { findClaim } from '../findClaim.ts';
import { sweepDue } from './sweepDue.ts';

type StoredDraft = StoredDocument<EditingClaim>;

/**
 * D13, by the system itself: reminds, gives notice, deletes; what does so on one draft. Each is one batch under the
 * draft's ETag, so that it is done once, whoever else sweeps, changes or submits the draft at that moment.
 */
export function createSweepDrafts(context: ClaimsContext) {
  const { store, now, queue, calendar } = context;
  let clocksStarted = false;

  return async function actOnDrafts(): Promise<(stored: StoredDraft) => Promise<boolean>> {
    if (!clocksStarted) await startClocks();
    clocksStarted = true;
    return async (stored) => {
      const acted = await actOn(stored);
      if (acted) context.committed();
      return acted;
    };
  };

  async function actOn({ body }: StoredDraft): Promise<boolean> {
    return await queue(body.number, async () => {
      const found = await findClaim(store, body.number);
      if (found?.kind !== 'draft') return found ? await dropLeftOver(body) : false;
      const { document } = found;
      const at = now().toISOString();
      const duty = dutyNow(document.body, at, calendar);
      if (!duty) return false;
      return duty === 'delete' ? await expire(document, at) : await tell(document, duty, at);
    });
  }

  /** A submission that died at its very end has left it beside its claim. */
  async function dropLeftOver(draft: EditingClaim): Promise<boolean> {
    const { pk, id } = draftDocument(draft);
    return (await store.batch(pk, [{ kind: 'delete', pk, id }])).ok;
  }

  async function tell(stored: StoredDraft, duty: 'remind' | 'notice', at: string): Promise<boolean> {
    const clock = clockAfter(duty, stored.body, { at, calendar });
    const mornings = await morningsOf(stored.body, at);
    // A reminder is over once the notice is due; the notice is waited for.
    const until = duty === 'remind' ? { until: clock.dueAt } : {};
    const alert = draftAlertFor(duty, stored.body, { at, mornings, ...until });
    return await save(stored, clock, [{ kind: 'create', document: alertDocument(stored.pk, alert) }]);
  }

  /** Nobody is told at midnight: 09:00 of each reader's own morning, within the centre's day, which the seven days are counted from (R78). */
  async function morningsOf(draft: EditingClaim, at: string): Promise<Record<string, string>> {
    const readers = readersOfDraft(draft);
    const zones = await context.zonesOf(readers);
    return Object.fromEntries(readers.map(({ id }) => [id, calendar.morningWithinDay(at, zones[id])]));
  }

  async function expire(stored: StoredDraft, at: string): Promise<boolean> {
    // Nobody has been told yet, after a pause or an outage: the seven days begin anew.
    if (await noticeWaits(stored)) {
      return await save(stored, clockAfter('notice', stored.body, { at, calendar }));
    }
    const gone = draftGoneAlert(stored.body, { at, actorId: system.personId });
    const beside: Write[] = gone ? [{ kind: 'create', document: alertDocument(stored.pk, gone) }] : [];
    return (await endDraft(store, stored, { at, beside })) !== lostRace;
  }

  async function noticeWaits({ pk, body }: StoredDraft): Promise<boolean> {
    const id = alertId(draftTopic('draftNotice', body.number), body.version);
    const notice = await store.read<DraftAlert>(pk, id);
    return notice?.body.nextAttemptAt !== undefined;
  }

  async function save(stored: StoredDraft, clock: DraftClock, beside: readonly Write[] = []) {
    const document = draftDocument({ ...stored.body, ...clock });
    return (await store.batch(stored.pk, [{ kind: 'replace', document, etag: stored.etag }, ...beside])).ok;
  }

  /** Drafts that were stored before they had a clock: it runs from their last change. */
  async function startClocks(): Promise<void> {
    const act = async (stored: StoredDraft) =>
      stored.body.dueAt === undefined && (await save(stored, clockFrom(stored.body.updatedAt, calendar)));
    await sweepDue<EditingClaim>(store, { type: 'draft', field: 'updatedAt', act }, now().toISOString());
  }
}
