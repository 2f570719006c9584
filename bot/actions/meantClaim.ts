import { messageText } from '../../cards/text/messages.ts';
import { openForm } from '../../dialogs/filingState.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { readClaimNumbers } from '../../services/domain/claimNumber.ts';
import { ownerOf } from '../../services/domain/rules/draftOwner.ts';
import { type ChatContext, shownIn } from '../routes/chatContext.ts';

/** D17: the claim that a file is for; or that it has to be asked, with what is offered first and why. */
export type MeantClaim =
  | { readonly kind: 'proofStep' }
  | { readonly kind: 'claim'; readonly number: string }
  | { readonly kind: 'ask'; readonly first: readonly string[]; readonly notice?: string };

/**
 * D17: a file goes without a question only where one claim alone can be meant: the one whose number was written with it;
 * else the one open proof step or request in this chat.
 */
export async function meantClaim(
  interaction: Interaction,
  words: string,
  chat: ChatContext,
): Promise<MeantClaim> {
  const atProof = await draftAtProof(interaction, chat);
  const named = readClaimNumbers(words);
  const [number] = named;
  if (number && named.length === 1) return await namedClaim(interaction, { number, atProof }, chat);
  const requests = await openRequests(interaction, chat);
  const open = [...requests, ...(atProof ? [atProof] : [])];
  const [only] = open;
  if (named.length === 0 && only && open.length === 1)
    return only === atProof ? { kind: 'proofStep' } : { kind: 'claim', number: only };
  return { kind: 'ask', first: [...named, ...open, ...(await lastShown(chat))] };
}

/** What is offered first when it is asked: the requests, the newest first, the open proof step, the claim shown last. */
export async function offeredFirst(interaction: Interaction, chat: ChatContext): Promise<readonly string[]> {
  const [requests, atProof, shown] = await Promise.all([
    openRequests(interaction, chat),
    draftAtProof(interaction, chat),
    lastShown(chat),
  ]);
  return [...requests, ...(atProof ? [atProof] : []), ...shown];
}

async function namedClaim(
  interaction: Interaction,
  { number, atProof }: { readonly number: string; readonly atProof: string | undefined },
  chat: ChatContext,
): Promise<MeantClaim> {
  if (number === atProof) return { kind: 'proofStep' };
  if (await interaction.uploads.takesFiles(interaction.actor, number)) return { kind: 'claim', number };
  const notice = messageText('namedTakesNoFile', { number }, interaction.reader);
  return { kind: 'ask', first: await offeredFirst(interaction, chat), notice };
}

/** The draft whose proof step is open. A colleague may have submitted, deleted or taken over the draft meanwhile. */
async function draftAtProof(interaction: Interaction, { dialogs }: ChatContext): Promise<string | undefined> {
  const form = openForm(await dialogs());
  if (form?.step !== 'proof' || !form.number) return undefined;
  const found = await interaction.claims.get(interaction.actor, form.number);
  if (!found.ok || found.value.status !== 'Editing') return undefined;
  return ownerOf(found.value).id === interaction.actor.personId ? form.number : undefined;
}

/** Requests that this chat has told of: to those who follow the claim, or because its card was shown last. Newest first. */
async function openRequests({ actor, uploads }: Interaction, chat: ChatContext): Promise<readonly string[]> {
  const requests = await uploads.openRequests(actor);
  const isFollowed = requests.map(({ followers }) => followers.some(({ id }) => id === actor.personId));
  const shown = isFollowed.includes(false) ? await lastShown(chat) : [];
  return requests
    .map(({ number }) => number)
    .filter((number, at) => isFollowed[at] || shown.includes(number));
}

async function lastShown(chat: ChatContext): Promise<readonly string[]> {
  const shown = await shownIn(chat);
  return shown ? [shown] : [];
}
