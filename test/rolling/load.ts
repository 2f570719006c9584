import { setTimeout as wait } from 'node:timers/promises';
import type { PressOutcome } from '../../local/teams/views.ts';
import type { HistoryEntry } from '../../services/domain/history.ts';
import type { DocumentStore, PageKey } from '../../services/storage/documents/documentStore.ts';
import type { ChatPerson } from '../support/chatPerson.ts';
import { fileClaim } from '../support/fillIn.ts';

/** A press that must have an answer and, if it comments, an effect. */
export interface Press {
  readonly what: 'open' | 'comment' | 'word';
  /** Of a comment: what must be in the history of this claim. */
  readonly number: string;
  readonly text: string;
  readonly answered: boolean;
  readonly tookMs: number;
}

/** Somebody with a claim of their own, which nobody else changes. */
export interface Presser {
  readonly person: ChatPerson;
  readonly number: string;
}

const northwind = { mpnId: '6104418' };
/** Who files which workload: no two of a company the same (D5). */
const filers = [
  { id: 'ana', typed: {} },
  { id: 'ivan', typed: { lines: { lines: 'onedrive' } } },
  { id: 'nils', typed: { customer: northwind, lines: { lines: 'intune' } } },
  { id: 'isa', typed: { customer: northwind, lines: { lines: 'sharepoint-online' } } },
] as const;

/** Everybody who presses, and a reviewer. */
export const people: readonly string[] = [...filers.map(({ id }) => id), 'rita'];

/** Each files a claim. */
export async function preparePressers(person: (id: string) => ChatPerson): Promise<Presser[]> {
  const pressers: Presser[] = [];
  for (const { id, typed } of filers)
    pressers.push({ person: person(id), number: await fileClaim(person(id), typed) });
  return pressers;
}

/** Opens the claim, opens its comment, sends it, asks for a list; again and again until it is told to stop. */
export async function pressSteadily(
  { person, number }: Presser,
  { pauseMs, goesOn }: { readonly pauseMs: number; readonly goesOn: () => boolean },
): Promise<Press[]> {
  const presses: Press[] = [];
  async function timed(what: Press['what'], text: string, act: () => Promise<boolean>): Promise<void> {
    const begun = performance.now();
    const answered = await act().catch(() => false);
    presses.push({ what, number, text, answered, tookMs: performance.now() - begun });
    await wait(pauseMs);
  }
  const say = (word: string, sought: RegExp) => async () => {
    const before = (await person.cards()).length;
    await person.say(word);
    const cards = await person.cards();
    return cards.slice(before).some(({ text }) => sought.test(text));
  };
  for (let round = 1; goesOn(); round += 1) {
    const text = `Comment ${round} of ${person.id}`;
    await timed('word', '', say(`claim ${number}`, new RegExp(number)));
    await timed('open', '', async () => isCard(await person.pressNewest('Comment')));
    await timed('comment', text, async () =>
      isCard(await person.pressNewest(/^Send( comment)?$/, { comment: text })),
    );
  }
  return presses;
}

const isCard = (outcome: unknown): boolean => (outcome as PressOutcome).outcome === 'card';

/** How often each comment is in the history of its claim. */
export async function commentsOf(store: DocumentStore, number: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let after: PageKey | undefined, more = true; more; ) {
    const page = await store.query<HistoryEntry>({
      type: 'history',
      equals: { number },
      order: { field: 'seq', direction: 'ascending' },
      limit: 200,
      ...(after ? { after } : {}),
    });
    for (const { body } of page.documents)
      if (body.event.kind === 'Commented')
        counts.set(body.event.text, (counts.get(body.event.text) ?? 0) + 1);
    after = page.next;
    more = after !== undefined;
  }
  return counts;
}
