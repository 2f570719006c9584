import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalSettings } from './settings.ts';

type Asked = LocalSettings & { readonly dataRoot: string };

/**
 * The data folder of a start, one for each port. With a Cosmos DB account there is one for each of its containers,
 * because the chats show the claims in that container.
 */
export function dataFolder({ dataRoot, port, azure }: Asked): string {
  if (!azure) return join(dataRoot, String(port));
  const { account, database, container } = azure.cosmos;
  if (!account) return join(dataRoot, `${port}-azure`);
  const place = JSON.stringify([account.endpoint, database, container]);
  return join(dataRoot, `${port}-azure-${createHash('sha256').update(place).digest('hex').slice(0, 8)}`);
}

/** Empties the folder if asked to, or if its chats would show claims of an earlier start that no longer exist. */
export function forgetEarlierStarts(asked: Asked): void {
  const claimsAreGone = asked.azure !== undefined && asked.azure.cosmos.account === undefined;
  if (asked.reset || claimsAreGone) rmSync(dataFolder(asked), { recursive: true, force: true });
}
