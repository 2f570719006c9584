import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { importDemo } from '../../../local/demo/importDemo.ts';
import { importedKinds } from '../../../services/directory/import/importFile.ts';
import { importing } from '../../support/importing.ts';
import { openSqlite } from '../../support/openStores.ts';

const now = () => new Date('2026-11-02T09:00:00Z');
const guide = readFileSync(new URL('../../../local/demo/README.md', import.meta.url), 'utf8');

describe('When somebody writes a CSV file by the guide (D8)', () => {
  const opened = openSqlite(now);
  const files = importing(opened.store);
  before(() => importDemo(opened.store, now));
  after(async () => {
    files.remove();
    await opened.close();
  });

  for (const kind of importedKinds) {
    it(`can import the example of ${kind} as it stands there`, async () => {
      const [, example] = new RegExp(`\\n\`\`\`csv ${kind}\\n([^]*?)\`\`\`\\n`).exec(guide) ?? [];
      assert(example, 'no example');
      const tally = (await files.done(kind, example, { ending: 'csv' }))[kind];
      assert(tally);
      assert.equal(tally.new + tally.unchanged, example.trim().split('\n').length - 1);
    });

    it(`finds each column of ${kind} in the table`, () => {
      const [, example = ''] = new RegExp(`\\n\`\`\`csv ${kind}\\n(.*)\\n`).exec(guide) ?? [];
      const row = guide.split('\n').find((line) => line.startsWith(`| \`${kind}\``)) ?? '';
      assert.deepEqual(
        example.split(',').filter((column) => !row.includes(`\`${column}\``)),
        [],
      );
    });
  }
});
