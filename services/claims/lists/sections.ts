import type { PageKey } from '../../storage/documents/documentStore.ts';

/** One part of a list, which is read page by page. */
export interface Section<T> {
  read(limit: number, after?: PageKey): Promise<{ readonly items: readonly T[]; readonly next?: PageKey }>;
}

/** What a page key of a store holds: order value, partition, ID. */
const keyLength = 3;

/**
 * One page across consecutive sections. A key begins with the section's index; a key with nothing else starts that
 * section. An invalid key starts the list from the beginning.
 */
export async function pageThrough<T>(
  sections: readonly Section<T>[],
  limit: number,
  after?: PageKey,
): Promise<{ readonly items: readonly T[]; readonly next?: PageKey }> {
  const { section: place, key } = startOf(sections.length, after);
  const items: T[] = [];
  for (const [index, section] of sections.entries()) {
    if (index < place) continue;
    if (items.length >= limit) {
      if (await hasMore(section)) return { items, next: [index] };
      continue;
    }
    let from = index === place ? key : undefined;
    // A section may leave things out, so that its pages are shorter.
    do {
      const page = await section.read(limit - items.length, from);
      items.push(...page.items);
      from = page.next;
    } while (from && items.length < limit);
    if (from && (await hasMore(section, from))) return { items, next: [index, ...from] };
  }
  return { items };
}

/** Whether anything follows: a full page may have been the last. */
async function hasMore<T>(section: Section<T>, after?: PageKey): Promise<boolean> {
  let from = after;
  do {
    const page = await section.read(1, from);
    if (page.items.length > 0) return true;
    from = page.next;
  } while (from);
  return false;
}

function startOf(
  count: number,
  after: PageKey | undefined,
): { readonly section: number; readonly key?: PageKey } {
  const [place, ...key] = after ?? [];
  if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place >= count)
    return { section: 0 };
  return key.length === keyLength ? { section: place, key } : { section: place };
}
