import type { JSONObject } from '@azure/cosmos';
import { decodeId, encodeId } from '../cosmosId.ts';
import type { NewDocument, StoredDocument } from '../documentStore.ts';
import { expiryOf } from '../requestChecks.ts';

/**
 * A document as stored in a container, without what Cosmos DB adds. `ttl` (seconds) only cleans up; `expiresAt` is what
 * counts.
 */
export interface CosmosDocument {
  readonly id: string;
  readonly pk: string;
  readonly type: string;
  readonly data: unknown;
  readonly expiresAt?: string;
  readonly ttl?: number;
}

/** The item to write for a document. */
export function toCosmos(document: NewDocument<unknown>, now: Date): CosmosDocument & JSONObject {
  const { pk, id, type, body } = document;
  const item = { id: encodeId(id), pk, type, data: body as JSONObject };
  const expiresAt = expiryOf(document);
  if (expiresAt === undefined) return item;
  const seconds = Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1000);
  return { ...item, expiresAt, ttl: Math.min(Math.max(seconds, 1), longestTtl) };
}

/** The document of an item that was read. */
export function fromCosmos<T>(item: CosmosDocument & { readonly _etag: string }): StoredDocument<T> {
  const { pk, type, expiresAt } = item;
  return {
    pk,
    id: decodeId(item.id),
    type,
    body: item.data as T,
    etag: item._etag,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** A ttl is a positive 32-bit number. */
const longestTtl = 2 ** 31 - 1;
