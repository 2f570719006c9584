import type { DocumentStore } from '../storage/documents/documentStore.ts';

/** Teams reports one installation two to four times within seconds. */
const sameInstallationMs = 5 * 60_000;

/** Which conversations have been welcomed lately, so that one installation gets one welcome. */
export function createWelcomes(store: DocumentStore, now: () => Date) {
  return {
    /** True for the first report of an installation in a conversation; of two at the same moment, for one. */
    async isFirst(conversation: string): Promise<boolean> {
      const pk = `welcome:${conversation}`;
      const at = now();
      const stored = await store.read<{ readonly at: string }>(pk, 'welcome');
      if (stored && at.getTime() - Date.parse(stored.body.at) < sameInstallationMs) return false;
      const document = { pk, id: 'welcome', type: 'welcome', body: { at: at.toISOString() } };
      const { ok } = await store.batch(pk, [
        stored ? { kind: 'replace', document, etag: stored.etag } : { kind: 'create', document },
      ]);
      return ok;
    },

    /** The bot was removed: the next installation is welcomed again, however soon. */
    async forget(conversation: string): Promise<void> {
      const pk = `welcome:${conversation}`;
      if (await store.read(pk, 'welcome')) await store.batch(pk, [{ kind: 'delete', pk, id: 'welcome' }]);
    },
  };
}

export type Welcomes = ReturnType<typeof createWelcomes>;
