import type { Card } from '../kit/card.ts';

/** One card of the gallery. */
export interface Sample {
  /** Stable and unique, e.g. `claim/partner/approved`. */
  readonly id: string;
  readonly card: Card;
}
