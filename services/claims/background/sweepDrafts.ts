import { system } from '../../domain/actor.ts';
import { alertId, type DraftAlert } from '../../domain/alert.ts';
import type { Draft } from '../../domain/claim.ts';
import type { DraftClock } from '../../domain/draft.ts';
import { draftAlertFor, draftGoneAlert, draftTopic } from '../../domain/rules/draftAlertFor.ts';
import { clockAfter, clockFrom, dueStep } from '../../domain/rules/draftClock.ts';
import { readersOfDraft } from '../../domain/rules/draftOwner.ts';
import { lostRace } from '../../queue/retry.ts';
import type { StoredDocument, Write } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { alertDocument, draftDocument } from '../documents.ts';
import { replaceByDeletedDraft } from '../drafts/deletedDraft.ts';
import { findClaim } from '../findClaim.ts';
import { sweepDue } from './sweepDue.ts';

type StoredDraft = StoredDocument<Draft>;

/**
 * D13: the system reminds people of drafts, gives notice and deletes them. Returns the function that does this for one
 * draft. Each step is one batch under the draft's ETag, so it is done once, even if somebody else sweeps, changes or
 * submits the draft at that moment.
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
      const step = dueStep(document.body, at, calendar);
      if (!step) return false;
      return step === 'delete' ? await expire(document, at) : await tell(document, step, at);
    });
  }

  /** Deletes a draft that is still stored next to its claim, because its submission crashed at the very end. */
  async function dropLeftOver(draft: Draft): Promise<boolean> {
    const { pk, id } = draftDocument(draft);
    return (await store.batch(pk, [{ kind: 'delete', pk, id }])).ok;
  }

  async function tell(stored: StoredDraft, step: 'remind' | 'notice', at: string): Promise<boolean> {
    const clock = clockAfter(step, stored.body, { at, calendar });
    const mornings = await morningsOf(stored.body, at);
    // A reminder lapses once the notice is due. The notice never lapses: the deletion waits for it.
    const until = step === 'remind' ? { until: clock.dueAt } : {};
    const alert = draftAlertFor(step, stored.body, { at, mornings, ...until });
    return await save(stored, clock, [{ kind: 'create', document: alertDocument(stored.pk, alert) }]);
  }

  /**
   * Nobody is notified at midnight, but at 09:00 in each reader's own zone, within the review centre's day from which
   * the seven days are counted (R78).
   */
  async function morningsOf(draft: Draft, at: string): Promise<Record<string, string>> {
    const readers = readersOfDraft(draft);
    const zones = await context.zonesOf(readers);
    return Object.fromEntries(readers.map(({ id }) => [id, calendar.morningWithinDay(at, zones[id])]));
  }

  async function expire(stored: StoredDraft, at: string): Promise<boolean> {
    // Nobody has received the notice yet, after a pause or an outage: the seven days start over.
    if (await noticeWaits(stored)) {
      return await save(stored, clockAfter('notice', stored.body, { at, calendar }));
    }
    const gone = draftGoneAlert(stored.body, { at, actorId: system.personId });
    const extraWrites: Write[] = gone ? [{ kind: 'create', document: alertDocument(stored.pk, gone) }] : [];
    return (await replaceByDeletedDraft(store, stored, { at, extraWrites })) !== lostRace;
  }

  async function noticeWaits({ pk, body }: StoredDraft): Promise<boolean> {
    const id = alertId(draftTopic('draftNotice', body.number), body.version);
    const notice = await store.read<DraftAlert>(pk, id);
    return notice?.body.nextAttemptAt !== undefined;
  }

  async function save(stored: StoredDraft, clock: DraftClock, extraWrites: readonly Write[] = []) {
    const document = draftDocument({ ...stored.body, ...clock });
    return (await store.batch(stored.pk, [{ kind: 'replace', document, etag: stored.etag }, ...extraWrites]))
      .ok;
  }

  /** Starts the clock of drafts stored before drafts had one; it runs from their last change. */
  async function startClocks(): Promise<void> {
    const act = async (stored: StoredDraft) =>
      stored.body.dueAt === undefined && (await save(stored, clockFrom(stored.body.updatedAt, calendar)));
    await sweepDue<Draft>(store, { type: 'draft', field: 'updatedAt', act }, now().toISOString());
  }
}
