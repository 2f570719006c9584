import type { Digest } from '../../services/claims/background/digest.ts';
import { type Comparison, instant } from './comparison.ts';
import { expectedDigest, type Waiting } from './expectedDigest.ts';
import type { HandCalendar } from './handCalendar.ts';

/** Compares a digest that lists every claim with what must be in it (R79). */
export function checkDigest(
  comparison: Comparison,
  { overdue, today, tomorrow, claims }: Digest,
  asked: { readonly at: number; readonly calendar: HandCalendar; readonly waiting: readonly Waiting[] },
): void {
  const { at, calendar, waiting } = asked;
  const must = expectedDigest(calendar, at, waiting);
  const due = new Set([...must.overdue, ...must.today, ...must.tomorrow]);
  const where = `digest of ${instant(at)}`;
  const numbers = claims.map(({ number }) => number);
  const listed = {
    overdue: numbers.slice(0, overdue),
    today: numbers.slice(overdue, overdue + today),
    tomorrow: numbers.slice(overdue + today),
  };
  for (const part of ['overdue', 'today', 'tomorrow'] as const)
    comparison.same(`${where}, ${part}`, listed[part].sort(), must[part]);
  comparison.same(`${where}, tomorrow's count`, tomorrow, must.tomorrow.length);
  const deadlines = waiting
    .filter(({ number }) => due.has(number))
    .map(({ deadline }) => instant(deadline))
    .sort();
  comparison.same(
    `${where}, deadlines`,
    claims.map(({ deadline }) => deadline),
    deadlines,
  );
}
