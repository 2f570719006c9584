import { Readable } from 'node:stream';

/** Thrown when the source of a stream fails, as opposed to its destination. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** The beginning of a stream, and the whole stream, which starts with that beginning. */
export interface Peeked {
  readonly head: Buffer;
  /** The stream continues after `head`. */
  readonly cutOff: boolean;
  readonly whole: Readable;
}

/** Reads the first `bytes` of a stream, or all of it if there are fewer; the rest is read only as it is asked for. */
export async function peek(pieces: AsyncIterator<Uint8Array>, bytes: number): Promise<Peeked> {
  const read: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < bytes && !ended) {
    const piece = await nextOf(pieces);
    if (piece) read.push(piece);
    length += piece?.length ?? 0;
    ended = piece === undefined;
  }
  const head = Buffer.concat(read);
  return { head: head.subarray(0, bytes), cutOff: !ended, whole: Readable.from(rest(head, pieces)) };
}

async function* rest(head: Buffer, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let piece = await nextOf(pieces); piece; piece = await nextOf(pieces)) yield piece;
}

async function nextOf(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    const { value, done } = await pieces.next();
    return done ? undefined : value;
  } catch (error) {
    throw new SourceError('The stream broke off.', { cause: error });
  }
}
