import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type {
  BatchResult,
  DocumentStore,
  IndexDeclaration,
  NewDocument,
  Page,
  Query,
  StoredDocument,
  Write,
} from '../documentStore.ts';
import { pageOf } from '../paging.ts';
import { addressOf, checkAddress, checkBatch, checkIndexes, checkQuery, expiryOf } from '../requestChecks.ts';
import { createSqliteSchema, sqliteQueryText, sqliteQueryValues } from './sqliteSchema.ts';

/** How long another process may hold the file before a write is given up, in milliseconds; the whole process waits. */
const lockMs = 2000;

/** Settings of the embedded store. `file` may be ':memory:'; its directory is created. */
export interface SqliteStoreOptions {
  readonly file: string;
  readonly indexes: readonly IndexDeclaration[];
  readonly now?: () => Date;
}

type Row = { pk: string; id: string; type: string; body: string; etag: string; expiresAt: string | null };

const purgeEveryMs = 60_000;

/** The embedded document store: one SQLite file, which several processes may open. A batch that was answered is on disk. */
export function createSqliteStore({
  file,
  indexes,
  now = () => new Date(),
}: SqliteStoreOptions): DocumentStore {
  checkIndexes(indexes);
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: lockMs });
  createSqliteSchema(database, indexes);
  const prepare = keptStatements(database);
  const apply = createWriter(prepare);
  let purgedAt = Number.NEGATIVE_INFINITY;

  function purgeNowAndThen(instant: Date): void {
    if (instant.getTime() - purgedAt < purgeEveryMs) return;
    purgedAt = instant.getTime();
    prepare('DELETE FROM documents WHERE expiresAt <= ?').run(instant.toISOString());
  }

  function applyAll(writes: readonly Write[], instant: string): BatchResult {
    const etags: (string | undefined)[] = [];
    for (const [index, write] of writes.entries()) {
      const etag = write.kind === 'delete' ? undefined : randomUUID();
      const failure = apply(write, etag ?? '', instant);
      if (failure) return { ok: false, failure, index };
      etags.push(etag);
    }
    return { ok: true, etags };
  }

  return {
    async read<T>(pk: string, id: string) {
      checkAddress(pk, id);
      const row = prepare('SELECT * FROM documents WHERE pk = ? AND id = ?').get(pk, id) as Row | undefined;
      return row && !(row.expiresAt && row.expiresAt <= now().toISOString()) ? toDocument<T>(row) : undefined;
    },

    async batch(pk, writes) {
      checkBatch(pk, writes);
      const instant = now();
      prepare('BEGIN IMMEDIATE').run();
      try {
        const result = applyAll(writes, instant.toISOString());
        if (result.ok) purgeNowAndThen(instant);
        prepare(result.ok ? 'COMMIT' : 'ROLLBACK').run();
        return result;
      } catch (error) {
        if (database.isTransaction) prepare('ROLLBACK').run();
        throw error;
      }
    },

    async query<T>(query: Query): Promise<Page<T>> {
      const index = checkQuery(query, indexes);
      const values = sqliteQueryValues(query, index, now().toISOString());
      const rows = prepare(sqliteQueryText(query, index)).all(...values) as Row[];
      return pageOf(rows.map(toDocument<T>), query);
    },

    async close() {
      if (database.isOpen) database.close();
    },
  };
}

/** Prepares each statement once. There are few texts: they contain declared names, never values. */
function keptStatements(database: DatabaseSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>();
  return (sql) => {
    const statement = kept.get(sql) ?? database.prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}

const insert = 'INSERT INTO documents (pk, id, type, body, etag, expiresAt) VALUES (?, ?, ?, ?, ?, ?)';
const overwrite =
  'ON CONFLICT (pk, id) DO UPDATE SET type = excluded.type, body = excluded.body, etag = excluded.etag, expiresAt = excluded.expiresAt';
const replace =
  'UPDATE documents SET type = ?3, body = ?4, etag = ?5, expiresAt = ?6 WHERE pk = ?1 AND id = ?2 AND etag = ?7';

type Failure = 'exists' | 'stale' | 'missing' | undefined;

/** Applies one write inside the transaction of its batch; returns why it failed, if it did. */
function createWriter(
  prepare: (sql: string) => StatementSync,
): (write: Write, etag: string, now: string) => Failure {
  const columnsOf = (document: NewDocument<unknown>, etag: string) =>
    [
      document.pk,
      document.id,
      document.type,
      JSON.stringify(document.body),
      etag,
      expiryOf(document) ?? null,
    ] as const;

  function changed(write: Write, etag: string, now: string): boolean {
    switch (write.kind) {
      case 'create': {
        const columns = columnsOf(write.document, etag);
        return (
          prepare(`${insert} ${overwrite} WHERE documents.expiresAt <= ?`).run(...columns, now).changes === 1
        );
      }
      case 'upsert':
        return prepare(`${insert} ${overwrite}`).run(...columnsOf(write.document, etag)).changes === 1;
      case 'replace':
        return prepare(replace).run(...columnsOf(write.document, etag), write.etag).changes === 1;
      case 'delete': {
        const sql = 'DELETE FROM documents WHERE pk = ?1 AND id = ?2 AND (?3 IS NULL OR etag = ?3)';
        return prepare(sql).run(write.pk, write.id, write.etag ?? null).changes === 1;
      }
    }
  }

  return (write, etag, now) => {
    if (changed(write, etag, now)) return undefined;
    if (write.kind === 'create') return 'exists';
    const { pk, id } = addressOf(write);
    return prepare('SELECT 1 FROM documents WHERE pk = ? AND id = ?').get(pk, id) ? 'stale' : 'missing';
  };
}

function toDocument<T>({ pk, id, type, body, etag, expiresAt }: Row): StoredDocument<T> {
  return { pk, id, type, body: JSON.parse(body) as T, etag, ...(expiresAt === null ? {} : { expiresAt }) };
}
