import type { Activity } from 'botbuilder';
import type { Directory } from '../../services/directory/directoryService.ts';
import { personIdOf } from '../../services/directory/personId.ts';
import type { PersonActor } from '../../services/domain/actor.ts';

/** The sender's person ID, from what Teams has authenticated: Entra tenant and object ID. */
export function senderOf(activity: Activity): string | undefined {
  const objectId = activity.from?.aadObjectId;
  const tenantId = tenantOf(activity);
  return objectId && tenantId ? personIdOf(tenantId, objectId) : undefined;
}

/** The activity's sender, by the Entra tenant ID and object ID that Teams has authenticated, and by nothing else. */
export async function actorOf(activity: Activity, directory: Directory): Promise<PersonActor | undefined> {
  const objectId = activity.from?.aadObjectId;
  const tenantId = tenantOf(activity);
  return objectId && tenantId ? await directory.actor(tenantId, objectId) : undefined;
}

/** The sender's Entra tenant. */
export function tenantOf(activity: Activity): string | undefined {
  const channelData = activity.channelData as { tenant?: { id?: string } } | undefined;
  return channelData?.tenant?.id ?? activity.conversation?.tenantId;
}

/** Whether this is a person's own chat with the bot, as opposed to a channel or a group. */
export function isPersonal(activity: Activity): boolean {
  return activity.conversation?.conversationType === 'personal';
}

/** A conversation without the thread it may name: `19:…;messageid=…` is the channel `19:…`. */
export const withoutThread = (conversationId: string): string =>
  conversationId.split(';')[0] ?? conversationId;
