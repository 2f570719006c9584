import type { DocumentStore } from '../storage/documents/documentStore.ts';

interface LeaseBody {
  readonly owner: string;
  readonly until: string;
}

/** One holder at a time across processes: a document under its ETag, held for `holdMs` unless renewed. */
export function createLease(options: {
  readonly store: DocumentStore;
  readonly name: string;
  readonly owner: string;
  readonly holdMs: number;
  readonly now: () => Date;
}) {
  const { store, name, owner, holdMs, now } = options;
  const pk = `lease:${name}`;
  /** Until when nobody else can have it, by this owner's last write. */
  let ownUntil = 0;
  let asking: Promise<boolean> | undefined;

  async function ask(): Promise<boolean> {
    const at = now().getTime();
    const held = await store.read<LeaseBody>(pk, 'lease');
    const left = held ? Date.parse(held.body.until) - at : 0;
    if (held && held.body.owner !== owner && left > 0) return false;
    if (held?.body.owner === owner && left > holdMs / 2) {
      ownUntil = at + left;
      return true;
    }
    const body: LeaseBody = { owner, until: new Date(at + holdMs).toISOString() };
    const document = { pk, id: 'lease', type: 'lease', body };
    const write = held
      ? ({ kind: 'replace', document, etag: held.etag } as const)
      : ({ kind: 'create', document } as const);
    const { ok } = await store.batch(pk, [write]);
    if (ok) ownUntil = at + holdMs;
    return ok;
  }

  return {
    /**
     * True when this owner holds the lease now; it is renewed once half of its time is over, and not read before. Those
     * who ask at the same time get one answer.
     */
    async hold(): Promise<boolean> {
      if (ownUntil - now().getTime() > holdMs / 2) return true;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return await asking;
    },

    /** Lets the next process begin at once. */
    async release(): Promise<void> {
      ownUntil = 0;
      const held = await store.read<LeaseBody>(pk, 'lease');
      if (held?.body.owner !== owner) return;
      await store.batch(pk, [{ kind: 'delete', pk, id: 'lease', etag: held.etag }]);
    },
  };
}

export type Lease = ReturnType<typeof createLease>;
