import type { AzureSettings } from './azureSettings.ts';

/** One line for the person who starts the program: which engines it runs on, where, and what stays after it ends. */
export function whatIsUsed(
  { cosmos, blob }: AzureSettings,
  at: { readonly cosmos: string; readonly blob: string; readonly folder: string },
): string {
  const claims = cosmos.account
    ? `claims in Cosmos DB at ${at.cosmos} (${cosmos.database}/${cosmos.container})`
    : `claims in the Cosmos DB emulator at ${at.cosmos}`;
  const files = blob.account
    ? `files in Blob Storage at ${at.blob} (${blob.container})`
    : `files in azurite at ${at.blob}`;
  const stays = cosmos.account
    ? `chats are kept in ${at.folder}`
    : 'the emulator keeps no claims, so each start begins anew';
  return `On the Azure protocols: ${claims}, ${files}; ${stays}.`;
}

/** What `--reset` leaves alone: only the owner of an account empties it. */
export const whatResetLeft = ({ blob }: AzureSettings): string | undefined =>
  blob.account &&
  `--reset has forgotten what this machine kept. Nothing was deleted from Blob Storage at ${blob.account.endpoint}.`;

/** Why the program does not start on a database whose people and catalogue the demo's would replace. */
export const whyNotThere = ({ account, database, container }: AzureSettings['cosmos']): string =>
  `Cosmos DB at ${account?.endpoint} (${database}/${container}) has partners or reviewers of its own, whom the demo's people would replace. Nothing was changed there. Set COSMOS_CONTAINER to a new name.`;
