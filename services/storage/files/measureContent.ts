import { createHash } from 'node:crypto';
import { FileTooLargeError, type StoredFile } from './fileStore.ts';

/** Passes content on, counting and hashing it; throws a `FileTooLargeError` with the first byte over the limit. */
export function measureContent(limitBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async *through(content: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
      for await (const chunk of content) {
        const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        bytes += piece.length;
        if (bytes > limitBytes) throw new FileTooLargeError(`The file has more than ${limitBytes} bytes.`);
        hash.update(piece);
        yield piece;
      }
    },
    /** The size and hash of all content; call it once, at the end. */
    result: (): StoredFile => ({ bytes, sha256: hash.digest('hex') }),
  };
}
