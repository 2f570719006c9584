import type { DialogContext } from 'botbuilder-dialogs';
import type { Answers, FilingStep } from '../services/domain/answers.ts';

/** A claim that has been begun and has no draft yet. */
export interface BegunClaim {
  /** What tells this new claim from one begun before on the same card. */
  readonly begun?: string;
  /** Waiting files for which the claim was begun: they are attached as soon as the draft is there. */
  readonly files?: readonly string[];
  /** What was typed on a draft that somebody had deleted: it stands at its step in the new one. */
  readonly typed?: Answers;
}

interface DraftAtHand {
  readonly number: string;
  /** The step is being changed from the review: going on leads back there. */
  readonly fromReview?: boolean;
}

/** All that is remembered between activities: which draft, and where in it. The draft itself is the truth. */
export type FilingState = { readonly step: FilingStep } & (
  | DraftAtHand
  | (BegunClaim & { readonly number?: undefined })
);

/** Where the form stands that is open in this conversation, if one is. */
export const openForm = ({ activeDialog }: DialogContext): FilingState | undefined => activeDialog?.state;

/** Where the form stands, for the form itself. */
export const stateOf = (dc: DialogContext): FilingState => openForm(dc) ?? { step: 'customer' };

/** What is kept of a new claim; nothing once it has a draft. */
export function begunIn(dc: DialogContext): BegunClaim {
  const state = stateOf(dc);
  if (state.number !== undefined) return {};
  const { begun, files, typed } = state;
  return { ...(begun ? { begun } : {}), ...(files ? { files } : {}), ...(typed ? { typed } : {}) };
}

/** Remembers where the form stands. */
export function setState({ activeDialog }: DialogContext, state: FilingState): void {
  if (activeDialog) activeDialog.state = state;
}
