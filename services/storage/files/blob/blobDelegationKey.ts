import type { BlobServiceClient, UserDelegationKey } from '@azure/storage-blob';
import { defaultBlobLimits } from './blobLimits.ts';

const minute = 60_000;
const keyLifeMs = 6 * 60 * minute;
/** Clocks differ, so the key is valid from a little before it is fetched, and is replaced well before it expires. */
const skewMs = 15 * minute;

/** What is needed to get the key: the service's client and a clock. */
export interface DelegationKeyOptions {
  readonly service: Pick<BlobServiceClient, 'getUserDelegationKey'>;
  readonly now: () => Date;
  /** The longest life of a link, in milliseconds: a key that ends sooner is replaced. */
  readonly longestLinkMs: number;
}

/**
 * Gives the key that signs links for a managed identity: fetched for six hours, used until shortly before it expires.
 */
export function createDelegationKey({ service, now, longestLinkMs }: DelegationKeyOptions) {
  let current: { readonly key: Promise<UserDelegationKey>; readonly replaceAt: number } | undefined;

  return (): Promise<UserDelegationKey> => {
    const at = now().getTime();
    if (current && at < current.replaceAt) return current.key;
    const key = service.getUserDelegationKey(new Date(at - skewMs), new Date(at + keyLifeMs), {
      abortSignal: AbortSignal.timeout(defaultBlobLimits.requestMs),
    });
    const fetched = { key, replaceAt: at + keyLifeMs - longestLinkMs - skewMs };
    current = fetched;
    // After a failure the next link asks again; callers that wait for this key get the error.
    key.catch(() => {
      if (current === fetched) current = undefined;
    });
    return key;
  };
}
