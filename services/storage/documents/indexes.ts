import type { IndexDeclaration } from './documentStore.ts';

/** Every query that the product makes; no other query is possible. */
export const indexes: readonly IndexDeclaration[] = [
  { type: 'claim', equals: ['partnerId'], order: 'updatedAt' },
  { type: 'claim', equals: ['status'], order: 'updatedAt' },
  { type: 'claim', equals: ['turn'], order: 'deadline' },
  // A company's list, what it must act on first; the same list filtered by status; each also by the beginning of a
  // customer's domain.
  { type: 'claim', equals: ['partnerId', 'turn'], order: 'deadline' },
  { type: 'claim', equals: ['partnerId', 'turn'], order: 'updatedAt' },
  { type: 'claim', equals: ['partnerId', 'turn'], order: 'customerDomain' },
  { type: 'claim', equals: ['partnerId', 'status'], order: 'deadline' },
  { type: 'claim', equals: ['partnerId', 'status'], order: 'updatedAt' },
  { type: 'claim', equals: ['partnerId', 'status'], order: 'customerDomain' },
  { type: 'claim', equals: [], order: 'dueAt' },
  { type: 'draft', equals: ['partnerId'], order: 'updatedAt' },
  { type: 'draft', equals: ['partnerId', 'due'], order: 'dueAt' },
  { type: 'draft', equals: [], order: 'dueAt' },
  // For drafts that were stored before they had a clock.
  { type: 'draft', equals: [], order: 'updatedAt' },
  { type: 'draftEnd', equals: [], order: 'dueAt' },
  { type: 'history', equals: ['number'], order: 'seq' },
  { type: 'alert', equals: [], order: 'nextAttemptAt' },
  { type: 'alert', equals: ['topic'], order: 'nextAttemptAt' },
  // What waits for an operator.
  { type: 'alert', equals: [], order: 'untoldAt' },
  { type: 'upload', equals: [], order: 'sweepAt' },
  // The partition is also one of the fields, so that SQLite can seek to it.
  { type: 'subscription', equals: ['tenantId', 'product'], order: 'id' },
  { type: 'subscriptionProduct', equals: ['tenantId', 'product'], order: 'id' },
  { type: 'customerName', equals: [], order: 'nameKey' },
  // For an import, which reports how many stored entries its file does not list.
  { type: 'customer', equals: [], order: 'tenantId' },
  { type: 'subscription', equals: [], order: 'id' },
];
