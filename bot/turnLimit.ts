import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentStore } from '../services/storage/documents/documentStore.ts';
import type { FileStore } from '../services/storage/files/fileStore.ts';
import { noteTurn, type Turn, turnNow } from './trace.ts';

/** Somebody has waited long enough. Whatever the turn still does gets no store any more. */
export class TurnOverError extends Error {
  override readonly name = 'TurnOverError';
}

/** How long an activity may take with all its calls, and with those before it in its chat, in milliseconds. */
export const turnMs = 9000;
const lookAgainMs = 250;

/**
 * Runs the handling of an activity, and gives up when it takes too long: each call has a limit of its own, but several of
 * them add up while a store stands still. Time in which a file arrives does not count.
 */
export async function withinTurn<T>(limitMs: number, handle: () => Promise<T>): Promise<T> {
  const turn: Turn = { endsAt: performance.now() + limitMs, transfers: 0 };
  noteTurn(turn);
  const ended = new AbortController();
  try {
    return await Promise.race([handle(), untilOver(turn, ended.signal)]);
  } finally {
    ended.abort();
  }
}

async function untilOver(turn: Turn, signal: AbortSignal): Promise<never> {
  for (;;) {
    const leftMs = leftOf(turn);
    if (leftMs <= 0) throw new TurnOverError('The turn took too long.');
    await wait(Math.max(Math.min(leftMs, limitOfTimers), lookAgainMs), undefined, { signal, ref: false });
  }
}

const limitOfTimers = 60_000;
const leftOf = ({ endsAt, transfers }: Turn): number =>
  transfers > 0 ? lookAgainMs : endsAt - performance.now();

/** Throws if nobody waits any more, as for an activity whose chat was busy for too long. */
export function checkTurn(): void {
  const turn = turnNow();
  if (turn && leftOf(turn) <= 0) throw new TurnOverError('The turn is over.');
}

/** Runs the transfer of a file, whose time does not count if it succeeds. */
export async function transferring<T>(transfer: () => Promise<T>): Promise<T> {
  const turn = turnNow();
  if (!turn) return await transfer();
  const begun = performance.now();
  turn.transfers += 1;
  try {
    const done = await transfer();
    turn.endsAt += performance.now() - begun;
    return done;
  } finally {
    turn.transfers -= 1;
  }
}

async function inTurn<T>(call: () => Promise<T>): Promise<T> {
  const turn = turnNow();
  if (!turn) return await call();
  checkTurn();
  const ended = new AbortController();
  try {
    return await Promise.race([call(), untilOver(turn, ended.signal)]);
  } finally {
    ended.abort();
  }
}

/** The store, which a turn can use only as long as somebody waits for it. */
export const storeInTurn = (store: DocumentStore): DocumentStore => ({
  ...store,
  read: (pk, id) => inTurn(() => store.read(pk, id)),
  batch: (pk, writes) => inTurn(() => store.batch(pk, writes)),
  query: (query) => inTurn(() => store.query(query)),
});

/** The same for files; storing one is a transfer. */
export const filesInTurn = (files: FileStore): FileStore => ({
  ...files,
  open: (id) => inTurn(() => files.open(id)),
  delete: (id) => inTurn(() => files.delete(id)),
  link: (id, options) => inTurn(() => files.link(id, options)),
});
