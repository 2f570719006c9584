import type { Calendar } from '../../calendar/calendar.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Draft, RejectedClaim, SubmittedClaim } from '../../domain/claim.ts';
import type { DeletedDraft } from '../../domain/draft.ts';
import { timerToRun } from '../../domain/rules/timers.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { Claims } from '../claims.ts';
import { createForgetDraft } from '../drafts/deletedDraft.ts';
import type { Upload } from '../proof/uploadDocuments.ts';
import type { Uploads } from '../proof/uploads.ts';
import { type DigestClock, type DigestDependencies, writeDigest } from './digest.ts';
import type { Due } from './dueReader.ts';
import { findDigest, findDisputeEnds, findMornings, reviewersClaims } from './findDue.ts';
import { createRunTimer, type TimerDependencies } from './runTimers.ts';
import { work } from './work.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

interface NeedsDrafts {
  readonly claims: Pick<Claims, 'actOnDrafts'>;
}
interface NeedsUploads {
  readonly uploads: Pick<Uploads, 'sweepOne'>;
}
interface NeedsOutbox {
  readonly outbox: { readonly wake: () => void };
}

/**
 * All that happens by itself, one row each: which documents it concerns, which field says when, what the system does
 * then, and where "Next deadline" stops. Of things that happen at the same instant, "Next deadline" names the first
 * row. A document that a store deletes by itself (`expiresAt`) has no row: the system does nothing, and nobody sees it.
 */
export const dueWork = {
  /** R79, R73: reminders, and the end of the partner's time. */
  claimTimers: work<SubmittedClaim, TimerDependencies>({
    type: 'claim',
    field: 'dueAt',
    acts: { everyMs: minuteMs, on: createRunTimer, failure: 'what is due on claims could not be looked for' },
    stops: { each: timerSeen },
  }),
  /** Messages, also those that wait for their reader's morning (R79). */
  alerts: work<Alert>({
    type: 'alert',
    field: 'nextAttemptAt',
    acts: 'outbox',
    stops: { find: findMornings },
  }),
  /** D10: the reviewers' deadline alone changes nothing. */
  reviewDeadlines: work<SubmittedClaim>({
    ...reviewersClaims,
    acts: 'nothing',
    stops: { each: ({ number }) => ({ reached: { what: 'reviewOverdue', number } }) },
  }),
  /** R76: the card no longer offers to comment. */
  disputeEnds: work<RejectedClaim>({
    type: 'claim',
    field: 'disputeUntil',
    acts: 'nothing',
    stops: { find: findDisputeEnds },
  }),
  /** D13: reminder, notice, end. */
  drafts: work<Draft, NeedsDrafts>({
    type: 'draft',
    field: 'dueAt',
    acts: {
      everyMs: minuteMs,
      on: ({ claims }) => claims.actOnDrafts(),
      failure: 'what is due on drafts could not be done',
    },
    stops: { each: draftSeen },
  }),
  /** The record of a deleted draft is deleted too. */
  deletedDrafts: work<DeletedDraft, { readonly store: DocumentStore }>({
    type: 'draftEnd',
    field: 'dueAt',
    acts: {
      everyMs: minuteMs,
      on: createForgetDraft,
      failure: 'what is remembered of deleted drafts could not be forgotten',
    },
    stops: 'unseen',
  }),
  /** R79: one for each business day; "Next deadline" stops at the first that has something to report. */
  digest: work<DigestClock, DigestDependencies & NeedsOutbox>({
    type: 'digest',
    field: 'nextAt',
    acts: {
      everyMs: minuteMs,
      run: async ({ outbox, ...context }) => {
        const written = await writeDigest(context);
        if (written) outbox.wake();
        return Number(written);
      },
      failure: 'the digest could not be written',
    },
    stops: { find: findDigest },
  }),
  /** Files that are on no claim are deleted. */
  uploads: work<Upload, NeedsUploads>({
    type: 'upload',
    field: 'sweepAt',
    acts: {
      everyMs: hourMs,
      on: ({ uploads }) => uploads.sweepOne,
      failure: 'files that are on no claim could not be deleted',
    },
    stops: 'unseen',
  }),
};

function timerSeen(claim: SubmittedClaim, at: string, calendar: Calendar): Omit<Due, 'at'> {
  const { number } = claim;
  return timerToRun(claim, at, calendar)?.name === 'expire'
    ? { reached: { what: 'answerDeadline', number } }
    : { reached: { what: 'reminder', number }, silent: true };
}

const draftEvents = { remind: 'draftReminder', notice: 'draftNotice', delete: 'draftEnd' } as const;

function draftSeen({ due, number }: Draft): Omit<Due, 'at'> | undefined {
  if (!due) return undefined;
  const reached = { what: draftEvents[due], number };
  return due === 'delete' ? { reached } : { reached, silent: true };
}
