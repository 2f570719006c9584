import { setTimeout } from 'node:timers/promises';
import type { Container, JSONObject, OperationInput, OperationResponse } from '@azure/cosmos';
import { encodeId } from '../cosmosId.ts';
import {
  type BatchResult,
  type DocumentStore,
  type IndexDeclaration,
  type Page,
  type Query,
  StoreOutageError,
  type Write,
} from '../documentStore.ts';
import { pageOf } from '../paging.ts';
import { checkAddress, checkBatch, checkIndexes, checkQuery } from '../requestChecks.ts';
import { type CosmosDocument, fromCosmos, toCosmos } from './cosmosDocument.ts';
import { cosmosQuery } from './cosmosQuery.ts';

/** Settings of the Cosmos DB store; `ensureCosmosContainer` makes the container. The caller closes the client. */
export interface CosmosStoreOptions {
  readonly container: Container;
  readonly indexes: readonly IndexDeclaration[];
  readonly now?: () => Date;
  /** How long one request may take with the SDK's repetitions, in milliseconds; 4 s by default. */
  readonly limitMs?: number;
  /** Waits the given number of milliseconds before a batch is sent again. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

type Item = CosmosDocument & { readonly _etag: string };

/** The document store on Azure Cosmos DB for NoSQL. A batch is one transactional batch of its partition. */
export function createCosmosStore(options: CosmosStoreOptions): DocumentStore {
  const { container, indexes, now = () => new Date(), limitMs = 4000, wait = setTimeout } = options;
  const inTime = () => ({ abortSignal: AbortSignal.timeout(limitMs) });
  checkIndexes(indexes);

  async function find(pk: string, id: string): Promise<Item | undefined> {
    const { resource } = await container.item(encodeId(id), pk).read<Item>(inTime());
    return resource;
  }

  const hasExpired = ({ expiresAt }: Item) => expiresAt !== undefined && expiresAt <= now().toISOString();

  /**
   * Sends a batch; repeats it if Cosmos DB asks for that. The SDK changes what it is given, so it gets a new list each
   * time.
   */
  async function send(pk: string, makeOperations: () => OperationInput[]): Promise<OperationResponse[]> {
    for (let attempt = 0; ; attempt += 1) {
      const responses = await tryOnce(makeOperations(), (operations) =>
        container.items.batch(operations, pk, inTime()),
      );
      const isBusy = responses.some(({ statusCode }) => tryAgain.includes(statusCode));
      if (!isBusy || attempt === 4) return responses;
      await wait(20 * 2 ** attempt * (1 + Math.random()));
    }
  }

  return {
    async read<T>(pk: string, id: string) {
      checkAddress(pk, id);
      const item = await find(pk, id);
      return item && !hasExpired(item) ? fromCosmos<T>(item) : undefined;
    },

    async batch(pk, writes) {
      checkBatch(pk, writes);
      if (writes.length === 0) return { ok: true, etags: [] };
      const takenOver = new Map<number, string>();
      for (let rounds = writes.length + 2; ; rounds -= 1) {
        const makeOperations = () =>
          writes.map((write, index) => toOperation(write, now(), takenOver.get(index)));
        const result = toBatchResult(writes, await send(pk, makeOperations));
        const write = result.ok ? undefined : writes[result.index];
        if (result.ok || write?.kind !== 'create') return result;
        if (rounds === 0) return { ...result, failure: 'exists' };
        // Another writer was faster and changed or removed the expired document: read it once more.
        if (takenOver.delete(result.index)) continue;
        const present = await find(pk, write.document.id);
        if (present && !hasExpired(present)) return result;
        // Expired but not removed yet: this create takes its place under its etag.
        if (present) takenOver.set(result.index, present._etag);
      }
    },

    async query<T>(query: Query): Promise<Page<T>> {
      const spec = cosmosQuery(query, checkQuery(query, indexes), now().toISOString());
      const partition = query.pk === undefined ? {} : { partitionKey: query.pk };
      const { resources } = await container.items.query<Item>(spec, { ...partition, ...inTime() }).fetchAll();
      return pageOf(resources.map(fromCosmos<T>), query);
    },

    async close() {},
  };
}

function toOperation(write: Write, now: Date, expired?: string): OperationInput & { ifMatch?: string } {
  switch (write.kind) {
    case 'create': {
      const resourceBody: JSONObject = toCosmos(write.document, now);
      if (expired === undefined) return { operationType: 'Create', resourceBody };
      return { operationType: 'Replace', id: encodeId(write.document.id), resourceBody, ifMatch: expired };
    }
    case 'replace': {
      const { id } = write.document;
      return {
        operationType: 'Replace',
        id: encodeId(id),
        resourceBody: toCosmos(write.document, now),
        ifMatch: write.etag,
      };
    }
    case 'upsert':
      return { operationType: 'Upsert', resourceBody: toCosmos(write.document, now) };
    case 'delete': {
      const operation = { operationType: 'Delete', id: encodeId(write.id) } as const;
      return write.etag === undefined ? operation : { ...operation, ifMatch: write.etag };
    }
  }
}

const failures: Readonly<Record<number, 'exists' | 'stale' | 'missing'>> = {
  404: 'missing',
  409: 'exists',
  412: 'stale',
};
const fellWithAnother = 424;
/** Too many requests; retry with (another write of the partition was under way). Nothing was saved. */
const tryAgain: readonly number[] = [429, 449];

/**
 * An exception from a batch has the status only in its cause, and does not say which write failed: it is unknown
 * whether the batch was saved.
 */
async function tryOnce(
  operations: OperationInput[],
  batch: (operations: OperationInput[]) => Promise<{ readonly result?: OperationResponse[] | undefined }>,
): Promise<OperationResponse[]> {
  try {
    return (await batch(operations)).result ?? [];
  } catch (error) {
    throw new StoreOutageError(`A batch of ${operations.length} writes got no usable answer.`, {
      cause: error,
    });
  }
}

/** A failed batch does not throw: each write has its status, and one of them is the reason for all. */
function toBatchResult(writes: readonly Write[], responses: readonly OperationResponse[]): BatchResult {
  const succeeded = ({ statusCode }: OperationResponse) => statusCode >= 200 && statusCode < 300;
  if (responses.length === writes.length && responses.every(succeeded)) {
    return {
      ok: true,
      etags: responses.map(({ eTag }, index) => (writes[index]?.kind === 'delete' ? undefined : eTag)),
    };
  }
  const index = responses.findIndex((each) => !succeeded(each) && each.statusCode !== fellWithAnother);
  const failure = failures[responses[index]?.statusCode ?? 0];
  if (failure) return { ok: false, failure, index };
  const statuses = responses.map(({ statusCode }) => statusCode).join(', ');
  throw new StoreOutageError(
    `A batch of ${writes.length} writes was answered with ${statuses || 'nothing'}.`,
  );
}
