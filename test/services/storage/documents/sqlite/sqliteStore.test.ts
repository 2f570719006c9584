import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { NewDocument } from '../../../../../services/storage/documents/documentStore.ts';
import { indexes } from '../../../../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../../../../services/storage/documents/sqlite/sqliteStore.ts';
import { temporaryDirectory } from '../../../../support/temporaryDirectory.ts';

describe('When the file of the embedded store outlives its process', () => {
  const pk = 'customer';
  let directory: ReturnType<typeof temporaryDirectory>;
  let file: string;
  let clock = new Date('2026-11-02T08:00:00Z');
  const open = () => createSqliteStore({ file, indexes, now: () => clock });
  const aDocument = (id: string, more: Partial<NewDocument<unknown>> = {}): NewDocument<unknown> => ({
    pk,
    id,
    type: 'claim',
    body: { partnerId: 'p', updatedAt: '2026-11-02' },
    ...more,
  });

  beforeEach(() => {
    directory = temporaryDirectory();
    file = join(directory.path, 'store.db');
    clock = new Date('2026-11-02T08:00:00Z');
  });
  afterEach(() => directory.remove());

  it('finds everything again, under the same etag', async () => {
    const before = open();
    const result = await before.batch(pk, [{ kind: 'create', document: aDocument('claim:1') }]);
    await before.close();
    const store = open();
    assert.deepEqual(result, { ok: true, etags: [(await store.read(pk, 'claim:1'))?.etag] });
    await store.close();
  });

  it('finds what was answered even when the store was never closed', async () => {
    const crashed = open();
    await crashed.batch(pk, [{ kind: 'create', document: aDocument('claim:1') }]);
    const store = open();
    assert(await store.read(pk, 'claim:1'));
    await store.close();
    await crashed.close();
  });

  it('lets two stores share the file, and one writer win', async () => {
    const [one, other] = [open(), open()];
    const [created] = [await one.batch(pk, [{ kind: 'create', document: aDocument('slot:1') }])];
    const etag = String(created.ok && created.etags[0]);
    const replace = { kind: 'replace', document: aDocument('slot:1'), etag } as const;
    assert.equal((await other.batch(pk, [replace])).ok, true);
    assert.deepEqual(await one.batch(pk, [replace]), { ok: false, failure: 'stale', index: 0 });
    await one.close();
    await other.close();
  });

  it('purges expired documents as it goes', async () => {
    const store = open();
    const expiresAt = '2026-11-02T08:01:00Z';
    await store.batch(pk, [{ kind: 'create', document: aDocument('done:1', { expiresAt }) }]);
    clock = new Date('2026-11-02T09:00:00Z');
    await store.batch(pk, [{ kind: 'create', document: aDocument('claim:1') }]);
    await store.close();
    const database = new DatabaseSync(file);
    assert.deepEqual(
      database
        .prepare('SELECT id FROM documents')
        .all()
        .map(({ id }) => id),
      ['claim:1'],
    );
    database.close();
  });

  it('answers every declared question from an index', async () => {
    const store = open();
    for (const { type, equals, order } of indexes) {
      for (const direction of ['ascending', 'descending'] as const) {
        const fields = Object.fromEntries(equals.map((field) => [field, 'x']));
        const query = { type, equals: fields, order: { field: order, direction }, limit: 10 };
        const after = ['2026-11-02', pk, 'claim:1'];
        assert.deepEqual(await store.query(query), { documents: [] });
        assert.deepEqual(await store.query({ ...query, pk, after, range: { from: '1', to: '3' } }), {
          documents: [],
        });
      }
    }
    await store.close();
  });
});
