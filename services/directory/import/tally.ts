/** The counts of an import for one kind of entry. `gone`: stored, but no longer listed. */
export interface Tally {
  new: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/** What an import changes, by kind: customers may contain subscriptions. */
export type Tallies = Partial<Record<TallyKind, Tally>>;
export type TallyKind = 'partners' | 'people' | 'customers' | 'subscriptions' | 'catalogue';

/** The tally of a kind, created at its first use. */
export function tallyOf(tallies: Tallies, kind: TallyKind): Tally {
  const tally = tallies[kind] ?? { new: 0, changed: 0, unchanged: 0, gone: 0 };
  tallies[kind] = tally;
  return tally;
}
