import { createPublicKey } from 'node:crypto';
import { z } from 'zod/v4';
import { isPassing, noAnswerOf } from '../../services/storage/serviceFault.ts';
import { isSafe } from './safeAddress.ts';

/** A key that signs tokens. */
export interface SigningKey {
  /** PEM. */
  readonly key: string;
  /** The channels for which the key may sign. */
  readonly endorsements: readonly string[] | undefined;
}

/** Teams' document has about 20 KB. */
const mostBytes = 500_000;

const address = z.url().refine((text) => isSafe(new URL(text)));
const metadata = z.object({ jwks_uri: address });
const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string() })).min(1) });
const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  // At least 2,048 bits.
  n: z.string().min(341),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});

/** What was wrong with an answer, in words of our own: never what the answer says. */
export class FetchFault extends Error {
  /** What would have to change before it can be otherwise; undefined: it may pass. */
  readonly lasting: 'address' | 'answer' | undefined;
  constructor(why: string, lasting?: 'address' | 'answer') {
    super(why);
    this.lasting = lasting;
  }
}

/**
 * Fetches the OpenID metadata at the address and the keys that it names, by key ID; RSA keys only. Both together must
 * answer in time. Throws a `FetchFault` otherwise.
 */
export async function fetchSigningKeys(
  url: string,
  timeoutMs: number,
): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(timeoutMs);
  const { jwks_uri } = await read(url, metadata, signal);
  const { keys } = await read(jwks_uri, keySet, signal);
  const usable = keys.flatMap((key) => {
    const parsed = rsaKey.safeParse(key);
    return parsed.success ? [parsed.data] : [];
  });
  if (usable.length === 0) throw new FetchFault('no RSA key among the keys', 'answer');
  return new Map(usable.map(({ kid, endorsements, n, e }) => [kid, { key: pemOf(n, e), endorsements }]));
}

function pemOf(n: string, e: string): string {
  try {
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
    return key.export({ type: 'spki', format: 'pem' }).toString();
  } catch {
    throw new FetchFault('a key that is none', 'answer');
  }
}

async function read<T>(url: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
  const parsed = schema.safeParse(parsedJson(await textAt(url, signal)));
  if (!parsed.success) throw new FetchFault('an answer of another shape', 'answer');
  return parsed.data;
}

async function textAt(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal });
    if (!response.ok) {
      await response.body?.cancel();
      throw new FetchFault(`status ${response.status}`, isPassing(response.status) ? undefined : 'answer');
    }
    return await boundedText(response);
  } catch (error) {
    if (error instanceof FetchFault) throw error;
    if (signal.aborted) throw new FetchFault('no answer in time');
    const none = noAnswerOf(error);
    throw new FetchFault(none?.why ?? 'cut off', none?.lasting ? 'address' : undefined);
  }
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) throw new FetchFault('an answer that is too long', 'answer');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FetchFault('an answer that is not JSON', 'answer');
  }
}
