/** How entries of one kind fare in an import. `gone` are stored and not listed any more. */
export interface Tally {
  new: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/** What an import changes, by kind: customers may bring subscriptions along. */
export type Tallies = Partial<Record<TallyKind, Tally>>;
export type TallyKind = 'partners' | 'people' | 'customers' | 'subscriptions' | 'catalogue';

/** The tally of a kind, made when it is first asked for. */
export function tallyOf(tallies: Tallies, kind: TallyKind): Tally {
  const tally = tallies[kind] ?? { new: 0, changed: 0, unchanged: 0, gone: 0 };
  tallies[kind] = tally;
  return tally;
}
