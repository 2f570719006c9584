import { createHash } from 'node:crypto';
import { type Alert, alertId } from '../domain/alert.ts';
import type { Draft, SubmittedClaim } from '../domain/claim.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Slot } from '../domain/slot.ts';
import type { NewDocument } from '../storage/documents/documentStore.ts';

/** Where a claim is stored. Created with the draft as `number:<number>`; on submission it points to the customer. */
export interface NumberPointer {
  /** The customer's tenant ID once submitting has begun. */
  readonly customerTenantId?: string;
  readonly partnerId: string;
}

/** What an activity led to. If the same activity is delivered again, this mark is found, so there is one effect. */
export interface DoneMark {
  readonly number: string;
}

/** What a message with a file led to, when the file was stored without a claim. */
export interface ReceivedMark {
  readonly fileId: string;
}

/** A redelivered activity comes within minutes; a week is generous. */
const doneMarkDays = 7;

export const partnerPartition = (partnerId: string): string => `partner:${partnerId}`;
export const numberPartition = (number: string): string => `number:${number}`;
export const draftId = (number: string): string => `draft:${number}`;
export const claimId = (number: string): string => `claim:${number}`;
/** D15: the files of a claim that one reviewer has opened. */
export const openedFilesId = (number: string, personId: string): string => `opened:${number}:${personId}`;
export const slotId = (slot: string): string => `slot:${slot}`;

/** The ID of the mark for one command: a hash of the activity that caused it. */
export const doneId = (commandId: string): string =>
  `done:${createHash('sha256').update(commandId).digest('hex')}`;

export const numberDocument = (number: string, body: NumberPointer): NewDocument<NumberPointer> => ({
  pk: numberPartition(number),
  id: 'number',
  type: 'number',
  body,
});

export const draftDocument = (draft: Draft): NewDocument<Draft> => ({
  pk: partnerPartition(draft.partnerId),
  id: draftId(draft.number),
  type: 'draft',
  body: draft,
});

export const claimDocument = (claim: SubmittedClaim): NewDocument<SubmittedClaim> => ({
  pk: claim.details.customerTenantId,
  id: claimId(claim.number),
  type: 'claim',
  body: claim,
});

/** Takes the place where an interrupted submission would create its claim, so that it can no longer do so. */
export const abandonedDocument = (customerTenantId: string, number: string): NewDocument<object> => ({
  pk: customerTenantId,
  id: claimId(number),
  type: 'abandoned',
  body: {},
});

export const historyDocument = (pk: string, entry: HistoryEntry): NewDocument<HistoryEntry> => ({
  pk,
  id: `history:${entry.number}:${String(entry.seq).padStart(6, '0')}`,
  type: 'history',
  body: entry,
});

export const slotDocument = (pk: string, slot: Slot): NewDocument<Slot> => ({
  pk,
  id: slotId(slot.slot),
  type: 'slot',
  body: slot,
});

export const alertDocument = (pk: string, alert: Alert): NewDocument<Alert> => ({
  pk,
  id: alertId(alert.topic, alert.version),
  type: 'alert',
  body: alert,
});

export const doneDocument = (
  pk: string,
  commandId: string,
  number: string,
  at: string,
): NewDocument<DoneMark> => markDocument(pk, commandId, { number }, at);

export const receivedDocument = (
  pk: string,
  commandId: string,
  fileId: string,
  at: string,
): NewDocument<ReceivedMark> => markDocument(pk, commandId, { fileId }, at);

function markDocument<T>(pk: string, commandId: string, body: T, at: string): NewDocument<T> {
  const expiresAt = new Date(Date.parse(at) + doneMarkDays * 86_400_000).toISOString();
  return { pk, id: doneId(commandId), type: 'done', body, expiresAt };
}
