import type { Maybe, TextPart } from '../kit/parts.ts';
import type { ClockLine } from './clockLine.ts';
import type { Said } from './talk.ts';

/** What happened, by when to act, what was said, what to do next. */
export interface Opening {
  readonly deadline: Maybe<ClockLine>;
  readonly headline: readonly TextPart[];
  readonly lead: readonly TextPart[];
  readonly quote: Maybe<Said>;
  readonly next: readonly TextPart[];
}

/** An empty opening; builders fill in the parts they have. */
export const emptyOpening: Opening = { deadline: [], headline: [], lead: [], quote: [], next: [] };
