import { encodeId } from './cosmosId.ts';
import {
  type IndexDeclaration,
  type NewDocument,
  type Query,
  StoreLimitError,
  storeLimits,
  type Write,
} from './documentStore.ts';

/** Room for what Cosmos DB adds to an item (`_rid`, `_self`, `_etag`, `_ts`, `ttl`) and to an operation of a batch. */
const envelopeBytes = 512;

/** Refuses a batch that one of the adapters could not save, before anything is written. */
export function checkBatch(pk: string, writes: readonly Write[]): void {
  if (writes.length > storeLimits.operations) {
    throw new StoreLimitError(`A batch takes ${storeLimits.operations} writes, not ${writes.length}.`);
  }
  let bytes = 0;
  for (const write of writes) {
    if (addressOf(write).pk !== pk)
      throw new StoreLimitError(`A batch of partition ${pk} cannot write to another.`);
    checkAddress(pk, addressOf(write).id);
    bytes += write.kind === 'delete' ? envelopeBytes : checkedBytes(write.document);
  }
  if (bytes > storeLimits.batchBytes) {
    throw new StoreLimitError(`A batch takes ${storeLimits.batchBytes} bytes, not ${bytes}.`);
  }
}

/** Refuses a partition or id that one of the adapters could not store; an id counts as encoded for Cosmos DB. */
export function checkAddress(pk: string, id: string): void {
  checkKey('pk', pk, storeLimits.pkBytes);
  checkKey('id', id, storeLimits.idBytes);
  checkKey('id', encodeId(id), storeLimits.idBytes);
}

/** Finds the declared index that answers a query; refuses the query when there is none or its limit is out of bounds. */
export function checkQuery(query: Query, indexes: readonly IndexDeclaration[]): IndexDeclaration {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > storeLimits.page) {
    throw new StoreLimitError(`A page holds 1 to ${storeLimits.page} documents, not ${query.limit}.`);
  }
  if (query.after && query.after.length !== 3)
    throw new StoreLimitError('A page key holds order value, pk and id.');
  const fields = Object.keys(query.equals ?? {});
  const index = indexes.find(
    ({ type, equals, order }) =>
      type === query.type &&
      order === query.order.field &&
      equals.length === fields.length &&
      equals.every((field) => fields.includes(field)),
  );
  if (index) return index;
  throw new StoreLimitError(
    `No declared index answers ${query.type} by [${fields.join(', ')}] in the order of ${query.order.field}.`,
  );
}

/** Refuses declarations whose names cannot be used in a query text: only letters and digits can. */
export function checkIndexes(indexes: readonly IndexDeclaration[]): void {
  for (const { type, equals, order } of indexes) {
    const odd = [type, order, ...equals].find((name) => !/^[A-Za-z][A-Za-z0-9]*$/.test(name));
    if (odd !== undefined) throw new StoreLimitError(`An index cannot name ${JSON.stringify(odd)}.`);
  }
}

/** The expiry in the format that can be compared as text (24 characters, UTC). */
export function expiryOf(document: NewDocument<unknown>): string | undefined {
  if (document.expiresAt === undefined) return undefined;
  const instant = new Date(document.expiresAt);
  if (!(instant.getTime() < 253402300800000))
    throw new StoreLimitError(`Not an instant: ${document.expiresAt}`);
  return instant.toISOString();
}

/** The partition and the id of a write's document. */
export function addressOf(write: Write): { readonly pk: string; readonly id: string } {
  return write.kind === 'delete' ? write : write.document;
}

function checkKey(name: string, value: string, limit: number): void {
  if (value === '' || !value.isWellFormed() || Buffer.byteLength(value) > limit) {
    throw new StoreLimitError(
      `A ${name} is well-formed text of 1 to ${limit} bytes: ${JSON.stringify(value.slice(0, 80))}`,
    );
  }
}

function checkedBytes(document: NewDocument<unknown>): number {
  if (document.body === undefined) throw new StoreLimitError(`${document.id} has no body.`);
  expiryOf(document);
  const bytes = Buffer.byteLength(JSON.stringify({ ...document, id: encodeId(document.id) })) + envelopeBytes;
  if (bytes <= storeLimits.documentBytes) return bytes;
  throw new StoreLimitError(
    `${document.id}: a document takes ${storeLimits.documentBytes} bytes, not ${bytes}.`,
  );
}
