/**
 * The one port through which everything persistent is stored. Two adapters: `sqliteStore` (embedded) and `cosmosStore`.
 * A document lives in a partition (`pk`) under an `id`; everything that must change together shares a partition.
 */

/** A value that can be stored: plain JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * What a caller hands in. `pk` and `id` may hold any well-formed characters. From the ISO instant `expiresAt` on, read, query
 * and create count the document as absent; until it is purged a replace or delete under its etag may still succeed.
 */
export interface NewDocument<T> {
  readonly pk: string;
  readonly id: string;
  /** The kind of document; queries name exactly one. */
  readonly type: string;
  readonly body: T;
  readonly expiresAt?: string;
}

/** What the store hands out. The `etag` changes with every write. */
export interface StoredDocument<T> extends NewDocument<T> {
  readonly etag: string;
}

/** One write of a batch. `replace` and `delete` with an `etag` fail as `stale` if the document has changed since. */
export type Write =
  | { readonly kind: 'create'; readonly document: NewDocument<unknown> }
  | { readonly kind: 'replace'; readonly document: NewDocument<unknown>; readonly etag: string }
  | { readonly kind: 'upsert'; readonly document: NewDocument<unknown> }
  | { readonly kind: 'delete'; readonly pk: string; readonly id: string; readonly etag?: string };

/** `exists`: create found one. `stale`: another etag. `missing`: replace or delete found none. `index`: the write that failed. */
export type BatchResult =
  | { readonly ok: true; readonly etags: readonly (string | undefined)[] }
  | { readonly ok: false; readonly failure: 'exists' | 'stale' | 'missing'; readonly index: number };

/** Where to continue a result: order value, pk, id. Plain JSON, opaque to callers, valid for the store that made it. */
export type PageKey = readonly (string | number)[];

/**
 * A query as data. `equals` and `order` name top-level fields of the body and must match a declared index.
 * Results are ordered by `order.field`, then pk, then id (each in the store's own fixed order), so that paging over equal
 * keys loses and repeats nothing. An order field holds strings (ISO instants, names) or numbers, never both in one type.
 */
export interface Query {
  readonly type: string;
  /** Limits the query to one partition. */
  readonly pk?: string;
  readonly equals?: Readonly<Record<string, string | number | boolean>>;
  /** A range over `order.field`, inclusive at both ends. */
  readonly range?: { readonly from?: string | number; readonly to?: string | number };
  readonly order: { readonly field: string; readonly direction: 'ascending' | 'descending' };
  /** 1 to 200. */
  readonly limit: number;
  readonly after?: PageKey;
}

/** One page; `next` is present when there is more. Documents without a string or number in the order field are not found. */
export interface Page<T> {
  readonly documents: readonly StoredDocument<T>[];
  readonly next?: PageKey;
}

/** Declares one kind of query on one type: equality fields and the order field. Both adapters index exactly this. */
export interface IndexDeclaration {
  readonly type: string;
  readonly equals: readonly string[];
  readonly order: string;
}

/**
 * Thrown for a request that no adapter accepts (too large, not indexed): a programming error, never an answer to a
 * user.
 */
export class StoreLimitError extends Error {
  override readonly name = 'StoreLimitError';
}

/**
 * Thrown when the database gave no usable answer to a batch, which may have been saved or not: repeat the whole
 * command; its etags and `create`s show whether it was saved.
 */
export class StoreOutageError extends Error {
  override readonly name = 'StoreOutageError';
}

/**
 * Limits of a Cosmos DB transactional batch and item, observed by every adapter
 * (learn.microsoft.com/azure/cosmos-db/concepts-limits).
 */
export const storeLimits = {
  operations: 100,
  batchBytes: 2 * 1024 * 1024,
  documentBytes: 2 * 1024 * 1024,
  idBytes: 1023,
  pkBytes: 2048,
  page: 200,
} as const;

export interface DocumentStore {
  read<T>(pk: string, id: string): Promise<StoredDocument<T> | undefined>;
  /** Saves all writes or none; each must be in the partition `pk`. Throws `StoreLimitError` over 100 writes or 2 MB. */
  batch(pk: string, writes: readonly Write[]): Promise<BatchResult>;
  /** Throws for a query that no declared index answers. */
  query<T>(query: Query): Promise<Page<T>>;
  close(): Promise<void>;
}
