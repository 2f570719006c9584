import type { DatabaseSync } from 'node:sqlite';
import type { IndexDeclaration, Query } from '../documentStore.ts';
import { boundsOf } from '../paging.ts';

const table = `CREATE TABLE IF NOT EXISTS documents (
  pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL, etag TEXT NOT NULL, expiresAt TEXT,
  PRIMARY KEY (pk, id)) STRICT`;
const expiryIndex = `CREATE INDEX IF NOT EXISTS by_expiry ON documents (expiresAt) WHERE expiresAt IS NOT NULL`;

/** Creates the table and one partial index for each declaration, unless they exist. */
export function createSqliteSchema(database: DatabaseSync, indexes: readonly IndexDeclaration[]): void {
  // Both pragmas are needed to guarantee that an answered batch survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('BEGIN IMMEDIATE');
  database.exec(table);
  database.exec(expiryIndex);
  for (const index of indexes) {
    const columns = [...index.equals.map(equalsTerm), orderTerm(index.order), 'pk', 'id'];
    database.exec(
      `CREATE INDEX IF NOT EXISTS ${indexName(index)} ON documents (${columns.join(', ')}) WHERE ${belongsTo(index)}`,
    );
  }
  database.exec('COMMIT');
}

/** The statement of a query; `sqliteQueryValues` gives its values in the same order. */
export function sqliteQueryText(query: Query, index: IndexDeclaration): string {
  const order = orderTerm(index.order);
  const ascending = query.order.direction === 'ascending';
  const { from, to } = boundsOf(query);
  const conditions = [
    belongsTo(index),
    ...index.equals.map((field) => `${equalsTerm(field)} = ?`),
    '(expiresAt IS NULL OR expiresAt > ?)',
    ...(query.pk === undefined ? [] : ['pk = ?']),
    ...(from === undefined ? [] : [`${order} >= ?`]),
    ...(to === undefined ? [] : [`${order} <= ?`]),
    ...(query.after ? [`(${order}, pk, id) ${ascending ? '>' : '<'} (?, ?, ?)`] : []),
  ];
  const sorted = [order, 'pk', 'id'].map((term) => `${term} ${ascending ? 'ASC' : 'DESC'}`).join(', ');
  // INDEXED BY makes SQLite fail instead of scanning if an index does not fit its query.
  return `SELECT * FROM documents INDEXED BY ${indexName(index)} WHERE ${conditions.join(' AND ')} ORDER BY ${sorted} LIMIT ?`;
}

/** The values of `sqliteQueryText`; asks for one document more than the page to know whether there are more. */
export function sqliteQueryValues(query: Query, index: IndexDeclaration, now: string): (string | number)[] {
  const { from, to } = boundsOf(query);
  return [
    ...index.equals.map((field) => JSON.stringify(query.equals?.[field])),
    now,
    ...[query.pk, from, to].filter((value) => value !== undefined),
    ...(query.after ?? []),
    query.limit + 1,
  ];
}

const indexName = ({ type, equals, order }: IndexDeclaration) => `"by_${[type, ...equals, order].join('_')}"`;

/** The JSON text of a field, so that `true`, 1 and "1" stay three values. */
const equalsTerm = (field: string) => `(body -> '$.${field}')`;

const orderTerm = (field: string) => `(body ->> '$.${field}')`;

const belongsTo = ({ type, order }: IndexDeclaration) =>
  `type = '${type}' AND json_type(body, '$.${order}') IN ('text', 'integer', 'real')`;
