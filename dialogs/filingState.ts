import type { DialogContext } from 'botbuilder-dialogs';
import type { Answers, FilingStep } from '../services/domain/answers.ts';

/** A claim that has been begun and has no draft yet. */
export interface BegunClaim {
  /** Distinguishes this new claim from one begun earlier on the same card. */
  readonly begun?: string;
  /** Waiting files for which the claim was begun: they are attached as soon as there is a draft. */
  readonly files?: readonly string[];
  /** What was typed on a draft that somebody had deleted; the new draft shows it at the same steps. */
  readonly typed?: Answers;
}

interface DraftAtHand {
  readonly number: string;
  /** The step was opened from the review; Next leads back to the review. */
  readonly fromReview?: boolean;
}

/** All that is stored between activities: which draft, and which step. The stored draft is authoritative. */
export type FilingState = { readonly step: FilingStep } & (
  | DraftAtHand
  | (BegunClaim & { readonly number?: undefined })
);

/** The state of the form that is open in this conversation, if there is one. */
export const openForm = ({ activeDialog }: DialogContext): FilingState | undefined => activeDialog?.state;

/** The form's state, for use by the form itself. */
export const stateOf = (dc: DialogContext): FilingState => openForm(dc) ?? { step: 'customer' };

/** What is stored of a new claim without a draft; empty once it has one. */
export function begunIn(dc: DialogContext): BegunClaim {
  const state = stateOf(dc);
  if (state.number !== undefined) return {};
  const { begun, files, typed } = state;
  return { ...(begun ? { begun } : {}), ...(files ? { files } : {}), ...(typed ? { typed } : {}) };
}

/** Stores the form's state. */
export function setState({ activeDialog }: DialogContext, state: FilingState): void {
  if (activeDialog) activeDialog.state = state;
}
