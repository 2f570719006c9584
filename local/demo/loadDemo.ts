import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DirectoryData, parseDirectory } from '../../services/directory/import/directoryFile.ts';

/** The demo directory: fictitious companies, people and customers, in the import format. See README.md beside it. */
export function loadDemo(): DirectoryData {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'));
  return parseDirectory({
    partners: read('partners'),
    people: read('people'),
    customers: read('customers'),
    catalogue: read('catalogue'),
  });
}
