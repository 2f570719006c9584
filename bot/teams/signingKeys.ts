import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { Logger } from '../logger.ts';
import { FetchFault, fetchSigningKeys, type SigningKey } from './fetchSigningKeys.ts';

/** The keys have not been fetched, so that nobody can say who sent a request. Teams sends it again. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
  constructor() {
    // The SDK hands on this sentence as the answer's body.
    super('Please send this again later.');
  }
}

export interface SigningKeySettings {
  /** The OpenID metadata of the issuer of Teams' tokens. */
  readonly url: string;
  readonly logger: Logger;
  /** The real time. */
  readonly now: () => Date;
  /** How long fetching both documents may take, in milliseconds; 4 s by default. */
  readonly timeoutMs?: number | undefined;
}

const hourMs = 3_600_000;
/** The issuer asks its readers to fetch the keys anew each day. */
const freshMs = 24 * hourMs;
/** Keys that could not be fetched anew are still good for so long. */
const usableMs = 2 * freshMs;
/** A key that is not there may be new; strangers must not make the bot fetch for each of their tokens. */
const unknownKeyMs = hourMs;
/** After a failure, requests are refused for so long without another fetch. */
const pauseMs = 2000;
/**
 * The keys that sign Teams' tokens, in place of the SDK's own reader of them: that one has no time limit, fetches once
 * for each request while the documents are away, and answers every failure with its message. Throws a
 * `KeysUnavailableError` while it cannot know a key; undefined for a key that the issuer does not have.
 */
export function createSigningKeys({ url, logger, now, timeoutMs = 4000 }: SigningKeySettings) {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    try {
      keys = await fetchSigningKeys(url, timeoutMs);
      fetchedAt = now().getTime();
    } catch (error) {
      failedAt = now().getTime();
      const why = error instanceof FetchFault ? error.message : String(error);
      logger.error({ kind: 'keys', host: new URL(url).host, why }, 'the keys of Teams cannot be fetched');
    }
  }

  /** One fetch for all who wait, and none right after a failure. */
  async function refreshOnce(): Promise<void> {
    if (now().getTime() - failedAt < pauseMs) return;
    underWay ??= refresh().finally(() => {
      underWay = undefined;
    });
    await underWay;
  }

  return async (keyId: string): Promise<SigningKey | undefined> => {
    const age = () => now().getTime() - fetchedAt;
    const known = () => (age() > usableMs ? undefined : keys.get(keyId));
    const refreshed =
      age() > freshMs || (!keys.has(keyId) && age() > unknownKeyMs) ? refreshOnce() : undefined;
    // Nobody waits for newer keys whose key is good.
    if (!known()) await refreshed;
    const found = known();
    // The key may be one of those that could not be fetched.
    if (!found && age() > unknownKeyMs) throw new KeysUnavailableError();
    return found;
  };
}

/** Has the SDK ask for keys here: it keeps one reader for each address. */
export function readKeysHere(settings: SigningKeySettings): void {
  const { openIdMetadataCache } = JwtTokenExtractor as unknown as {
    readonly openIdMetadataCache: Map<string, { getKey(keyId: string): Promise<SigningKey | null> }>;
  };
  const keyOf = createSigningKeys(settings);
  openIdMetadataCache.set(settings.url, { getKey: async (keyId) => (await keyOf(keyId)) ?? null });
}
