import type { DocumentStore, Write } from '../services/storage/documents/documentStore.ts';
import { correlationNow } from './trace.ts';

/** The store, through which each new alert keeps what it follows from: the dispatcher's log lines then say it too. */
export const keepCorrelation = (store: DocumentStore): DocumentStore => ({
  ...store,
  batch: (pk, writes) => {
    const correlation = correlationNow();
    return store.batch(pk, correlation ? writes.map((write) => marked(write, correlation)) : writes);
  },
});

function marked(write: Write, correlation: string): Write {
  if (write.kind !== 'create' || write.document.type !== 'alert') return write;
  const { body } = write.document;
  if (typeof body !== 'object' || body === null) return write;
  return { ...write, document: { ...write.document, body: { ...body, correlation } } };
}
