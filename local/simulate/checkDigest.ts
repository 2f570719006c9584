import type { Digest } from '../../services/alerts/digest.ts';
import { type Comparison, instant } from './comparison.ts';
import { expectedDigest, type Waiting } from './expectedDigest.ts';
import type { HandCalendar } from './handCalendar.ts';

/** What one digest holds at most. */
const longestDigest = 200;

/** Holds a digest against what must be in it (R79): everything, or, of too many, those with the nearest deadlines. */
export function checkDigest(
  comparison: Comparison,
  digest: Digest,
  asked: { readonly at: number; readonly calendar: HandCalendar; readonly waiting: readonly Waiting[] },
): void {
  const { at, calendar, waiting } = asked;
  const must = expectedDigest(calendar, at, waiting);
  const due = new Set([...must.overdue, ...must.today, ...must.tomorrow]);
  const where = `digest of ${instant(at)}`;
  for (const part of ['overdue', 'today', 'tomorrow'] as const) {
    const listed = digest[part].map(({ number }) => number).sort();
    const wrong = listed.filter((number) => !must[part].includes(number));
    if (due.size > longestDigest) comparison.same(`${where}, wrongly ${part}`, wrong, []);
    else comparison.same(`${where}, ${part}`, listed, must[part]);
  }
  const deadlines = waiting
    .filter(({ number }) => due.has(number))
    .map(({ deadline }) => instant(deadline))
    .sort();
  const all = [...digest.overdue, ...digest.today, ...digest.tomorrow];
  comparison.same(
    `${where}, deadlines`,
    all.map(({ deadline }) => deadline),
    deadlines.slice(0, longestDigest),
  );
}
