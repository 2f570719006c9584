import type { Activity } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';

/** How many days a conversation's dialog state is kept: as long as a draft can live (D13). */
const keptDays = 90;

interface StoredState {
  readonly dialogState?: DialogState;
}

/**
 * The dialog state of each conversation. The last writer wins: the state holds only a draft's number and step, so a lost
 * write does no harm, and two presses at the same time must not make one of them fail.
 */
export function createDialogStates(store: DocumentStore, now: () => Date) {
  const placeOf = ({ channelId, recipient, conversation }: Activity) => ({
    pk: `state:${channelId}/${recipient.id}/conversations/${conversation.id}`,
    id: 'state',
  });

  return {
    async find(activity: Activity): Promise<DialogState> {
      const { pk, id } = placeOf(activity);
      return (await store.read<StoredState>(pk, id))?.body.dialogState ?? { dialogStack: [] };
    },

    async keep(activity: Activity, dialogState: DialogState): Promise<void> {
      const { pk, id } = placeOf(activity);
      const expiresAt = new Date(now().getTime() + keptDays * 86_400_000).toISOString();
      const body: StoredState = { dialogState };
      await store.batch(pk, [{ kind: 'upsert', document: { pk, id, type: 'dialogState', body, expiresAt } }]);
    },
  };
}

export type DialogStates = ReturnType<typeof createDialogStates>;
