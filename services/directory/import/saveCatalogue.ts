import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, CatalogueItem } from '../../domain/catalogue.ts';
import { catalogueKey } from '../documents.ts';
import { type SavingEntries, saveEntry } from './saveEntry.ts';
import type { Tally } from './tally.ts';

/** Writes the catalogue. Items that it no longer lists can no longer be claimed; claims keep their lines. */
export async function saveCatalogue(
  { store, tally, onSaved }: SavingEntries,
  body: Catalogue,
): Promise<void> {
  const stored = (await store.read<Catalogue>(catalogueKey.pk, catalogueKey.id))?.body;
  for (const list of ['workloads', 'products'] as const) count(stored?.[list] ?? [], body[list], tally);
  await saveEntry(store, { ...catalogueKey, type: 'catalogue', body });
  onSaved?.(body.workloads.length + body.products.length);
}

function count(before: readonly CatalogueItem[], after: readonly CatalogueItem[], tally: Tally): void {
  const known = new Map(before.map((item) => [item.id, item]));
  const listed = new Set(after.map(({ id }) => id));
  for (const item of after) {
    const stored = known.get(item.id);
    if (!stored) tally.new += 1;
    else if (isDeepStrictEqual(stored, item)) tally.unchanged += 1;
    else tally.changed += 1;
  }
  tally.gone += before.filter(({ id }) => !listed.has(id)).length;
}
