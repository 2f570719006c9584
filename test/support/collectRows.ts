import { subscriptionsKind } from '../../services/directory/import/importKinds.ts';
import { readRows } from '../../services/directory/import/readRows.ts';

/** What an import must not do: collects a whole file of subscriptions. */
const rows: unknown[] = [];
for await (const { value } of readRows(process.argv[2] ?? '', subscriptionsKind)) {
  rows.push(subscriptionsKind.schema.parse(value));
}
process.stdout.write(`${rows.length}\n`);
