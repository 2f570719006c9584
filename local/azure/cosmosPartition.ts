import type accountModule from '@vercel/cosmosdb-server/lib/account/index.js';

/** A container of the emulator. */
export type Collection = ReturnType<
  ReturnType<InstanceType<typeof accountModule.default>['database']>['collection']
>;

/** What goes back to the client. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown for what the emulator would only pretend to do; answered with 501. */
export class NotEmulated extends Error {
  override readonly name = 'NotEmulated';
}

/** One operation of a batch, as the SDK sends it. */
interface Operation {
  readonly operationType: string;
  readonly id?: string;
  readonly resourceBody?: Readonly<Record<string, unknown>>;
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string;
}

/** A document with what the emulator adds to it. */
type Stored = Readonly<Record<string, unknown>> & { readonly _etag: string; readonly _ts: number };

const megabytes = 1024 * 1024;

/** One partition of a container, or all of it when the client named none: documents that have outlived their `ttl` are gone. */
export function createCosmosPartition(
  collection: Collection,
  partitionHeader: string | string[] | undefined,
) {
  const { documents } = collection;
  const definition: { partitionKey?: { paths: string[] }; defaultTtl?: number } = collection.read();
  const keyField = definition.partitionKey?.paths[0]?.slice(1) ?? 'id';
  const key = partitionKeyOf(partitionHeader);
  removeOutlived(collection, keyField, definition.defaultTtl);

  const find = (id: string) => collection.document(id, key).read() as Stored | undefined;

  function write({ operationType, resourceBody: body, ...operation }: Operation): Answer {
    const id = operationType === 'Create' || operationType === 'Upsert' ? body?.id : operation.id;
    if (typeof id !== 'string' || id === '' || id.length > 1023 || /[/\\?#]/.test(id))
      return refused(400, 'invalid id');
    const present = find(id);
    if (operationType === 'Create' && present) return refused(409, 'exists');
    if (['Read', 'Replace', 'Delete'].includes(operationType) && !present) return refused(404, 'missing');
    if (operation.ifMatch && present && ![present._etag, '*'].includes(operation.ifMatch))
      return refused(412, 'stale');
    if (operationType === 'Read') return { status: 200, body: present ?? {} };
    if (operationType === 'Delete') {
      documents.delete(id, key);
      return { status: 204 };
    }
    if (!body || body.id !== id || body[keyField] !== key)
      return refused(400, 'id or partition key differs from the body');
    if (Buffer.byteLength(JSON.stringify(body)) > 2 * megabytes) return refused(413, 'document over 2 MB');
    if (present) return { status: 200, body: documents.replace(body, present) };
    return { status: 201, body: documents.create(body) };
  }

  function checked(operation: Operation): Answer {
    if (key === undefined) return refused(400, 'a partition key is needed');
    if (operation.ifNoneMatch) throw new NotEmulated('If-None-Match');
    if (!['Create', 'Upsert', 'Replace', 'Delete', 'Read'].includes(operation.operationType)) {
      throw new NotEmulated(`${operation.operationType} operations`);
    }
    return write(operation);
  }

  return {
    /** One operation by itself. */
    single: checked,

    /** All operations or none. The first that fails keeps its status; all others get 424. */
    batch(operations: readonly Operation[]): Answer {
      if (operations.length > 100) return refused(400, 'over 100 operations');
      if (Buffer.byteLength(JSON.stringify(operations)) > 2 * megabytes)
        return refused(413, 'batch over 2 MB');
      const [data, index] = [new Map(documents._data), new Map(documents._index)];
      const undo = () => Object.assign(documents, { _data: data, _index: index });
      const results: object[] = [];
      try {
        for (const operation of operations) {
          const { status, body } = checked(operation);
          if (status >= 400) {
            undo();
            const failed = results.length;
            const others = operations.map((_, i) => ({
              statusCode: i === failed ? status : 424,
              requestCharge: 0,
            }));
            return { status: 207, body: others };
          }
          const eTag = body && '_etag' in body ? { eTag: body._etag } : {};
          results.push({
            statusCode: status,
            requestCharge: 1,
            ...eTag,
            ...(body ? { resourceBody: body } : {}),
          });
        }
      } catch (error) {
        undo();
        throw error;
      }
      return { status: 200, body: results };
    },

    /** A query, over this partition only if the client named one. */
    query(
      query: { query: string; parameters?: { name: string; value: unknown }[] },
      maxItems: number,
      from: unknown,
    ): Answer {
      const visible = [...documents._data].filter(
        ([, item]) => key === undefined || item.read()[keyField] === key,
      );
      const view: typeof documents = Object.assign(Object.create(documents), { _data: new Map(visible) });
      const continuation = typeof from === 'string' ? JSON.parse(from) : null;
      try {
        const found = view.query(query, { maxItemCount: maxItems > 0 ? maxItems : null, continuation });
        const headers = { 'x-ms-item-count': String(found.result.length) };
        const next: Answer['headers'] = found.continuation
          ? { 'x-ms-continuation': JSON.stringify(found.continuation) }
          : {};
        return {
          status: 200,
          body: { Documents: found.result, _count: found.result.length },
          headers: { ...headers, ...next },
        };
      } catch (error) {
        return refused(400, error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** Undefined when the client named no partition. */
function partitionKeyOf(header: string | string[] | undefined): unknown {
  if (header === undefined || header === '[{}]' || header === '[]') return undefined;
  const keys: unknown[] = JSON.parse(String(header));
  if (keys.length !== 1 || typeof keys[0] !== 'string') throw new NotEmulated(`Partition key ${header}`);
  return keys[0];
}

/** Time to live counts from the last write, in seconds; a container without `defaultTtl` ignores it. */
function removeOutlived({ documents }: Collection, keyField: string, defaultTtl: number | undefined): void {
  if (defaultTtl === undefined) return;
  for (const item of [...documents._data.values()]) {
    const document = item.read() as Stored;
    const ttl = typeof document.ttl === 'number' ? document.ttl : defaultTtl;
    if (ttl >= 0 && (document._ts + ttl) * 1000 <= Date.now())
      documents.delete(String(document.id), document[keyField]);
  }
}

const refused = (status: number, message: string): Answer => ({
  status,
  body: { code: String(status), message },
});
