import type { JSONValue, SqlQuerySpec } from '@azure/cosmos';
import { encodeId } from '../cosmosId.ts';
import type { IndexDeclaration, Query } from '../documentStore.ts';
import { boundsOf } from '../paging.ts';

/**
 * Writes a query in the part of Cosmos DB's SQL that both the service and the emulator answer alike. The equality
 * fields are in ORDER BY too, so that one composite index answers filter and order. Asks for one document more than the
 * page.
 */
export function cosmosQuery(query: Query, index: IndexDeclaration, now: string): SqlQuerySpec {
  const parameters: { name: string; value: JSONValue }[] = [];
  const value = (given: JSONValue | undefined) => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value: given ?? null });
    return name;
  };
  const field = fieldOf(index.order);
  const { from, to } = boundsOf(query);
  const conditions = [
    `c.type = ${value(index.type)}`,
    ...index.equals.map((name) => `${fieldOf(name)} = ${value(query.equals?.[name])}`),
    `(IS_STRING(${field}) OR IS_NUMBER(${field}))`,
    `(NOT IS_DEFINED(c.expiresAt) OR c.expiresAt > ${value(now)})`,
    ...(query.pk === undefined ? [] : [`c.pk = ${value(query.pk)}`]),
    ...(from === undefined ? [] : [`${field} >= ${value(from)}`]),
    ...(to === undefined ? [] : [`${field} <= ${value(to)}`]),
  ];
  if (query.after) {
    const beyond = query.order.direction === 'ascending' ? '>' : '<';
    const [at, pk, id] = [
      value(query.after[0]),
      value(query.after[1]),
      value(encodeId(String(query.after[2]))),
    ];
    const sameValue = `${field} = ${at} AND (c.pk ${beyond} ${pk} OR (c.pk = ${pk} AND c.id ${beyond} ${id}))`;
    conditions.push(`(${field} ${beyond} ${at} OR (${sameValue}))`);
  }
  const order = ['c.type', ...index.equals.map(fieldOf), field, 'c.pk', 'c.id']
    .map((term) => `${term} ${query.order.direction === 'ascending' ? 'ASC' : 'DESC'}`)
    .join(', ');
  const text = `SELECT TOP ${query.limit + 1} * FROM c WHERE ${conditions.join(' AND ')} ORDER BY ${order}`;
  return { query: text, parameters };
}

/** A field of the body. In brackets, because a declared name may be a keyword of SQL. */
const fieldOf = (name: string) => `c.data["${name}"]`;
