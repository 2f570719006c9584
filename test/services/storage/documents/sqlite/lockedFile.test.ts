import { equal, ok, rejects } from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { indexes } from '../../../../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../../../../services/storage/documents/sqlite/sqliteStore.ts';
import { temporaryDirectory } from '../../../../support/temporaryDirectory.ts';

describe('When another process holds the file of the embedded store', function () {
  this.timeout(20_000);
  const folder = temporaryDirectory();
  after(() => folder.remove());

  it('a write is given up after two seconds, nothing of it is saved, and the next one is', async () => {
    const file = join(folder.path, 'claims.sqlite');
    const store = createSqliteStore({ file, indexes });
    const document = { pk: 'pk', id: 'id', type: 'lease', body: { of: 'a test' } };
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const begun = performance.now();
    await rejects(store.batch('pk', [{ kind: 'create', document }]), /locked/);
    const ms = performance.now() - begun;
    ok(ms > 1500 && ms < 5000, `${ms} ms`);
    other.exec('ROLLBACK');
    other.close();
    equal(await store.read('pk', 'id'), undefined);
    ok((await store.batch('pk', [{ kind: 'create', document }])).ok);
    await store.close();
  });
});
