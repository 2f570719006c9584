import type { DocumentStore } from '../storage/documents/documentStore.ts';

/** Values that are called otherwise today, by the field they stand in. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  side: { programme: 'system' },
  id: { programme: 'system' },
};

/** Fields that are called otherwise today. */
const fields: Readonly<Record<string, string>> = {
  toldOfArbitrationAt: 'arbitrationAnnouncedAt',
  over: 'endedClaims',
  contenders: 'pending',
  keptBy: 'ownedBy',
};

/** The types of documents that may have been written under an earlier name. */
const types: readonly string[] = ['claim', 'draft', 'history', 'slot'];

/** The same store; it hands out documents that were written under earlier names as if they were written today. */
export function readingOlderDocuments(store: DocumentStore): DocumentStore {
  return {
    batch: (pk, writes) => store.batch(pk, writes),
    close: () => store.close(),
    read: async <T>(pk: string, id: string) => {
      const document = await store.read<T>(pk, id);
      if (document && types.includes(document.type)) rename(document.body);
      return document;
    },
    query: async <T>(query: Parameters<DocumentStore['query']>[0]) => {
      const page = await store.query<T>(query);
      if (types.includes(query.type)) for (const { body } of page.documents) rename(body);
      return page;
    },
  };
}

/** In place: a body that has just been read is nobody else's. */
function rename(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const present = typeof inner === 'string' ? (values[name]?.[inner] ?? inner) : inner;
    rename(present);
    const field = fields[name];
    if (field) Reflect.deleteProperty(value, name);
    if (field || present !== inner) Reflect.set(value, field ?? name, present);
  }
}
