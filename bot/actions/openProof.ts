import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { keepToPresser, say } from '../../dialogs/say.ts';
import { type Turn, typedIn } from '../../dialogs/turn.ts';
import type { ProofFile } from '../../services/domain/claim.ts';
import { type ClaimExtras, claimReply } from '../replies/claimReply.ts';

/** How long a link to a proof file works, in minutes. */
export const linkMinutes = 5;

/** Opens a proof file by a link that is made for this press, shown only to the presser, and valid for minutes. */
export async function openProof(
  turn: Turn,
  { number, proof }: Extract<Action, { verb: 'proof.open' }>,
): Promise<void> {
  const found = await turn.claims.open(turn.actor, number);
  const file = found.ok ? found.value.proofs.find(({ id }) => id === proof) : undefined;
  if (!found.ok) return say(turn, refusalText(found.refusal, turn.reader));
  if (!file)
    return say(turn, refusalText({ code: 'notFound', data: { side: turn.actor.kind } }, turn.reader));
  const url = await linkTo(turn, file);
  if (found.value.status === 'Editing') {
    const link = `[${messageText('openLink', {}, turn.reader)}](${url})`;
    const text = messageText('proofLink', { file: file.name, link, minutes: linkMinutes }, turn.reader);
    return say(turn, text);
  }
  const links = [{ name: file.name, url, minutes: linkMinutes }];
  turn.replies.push(await claimReply(turn, found.value, { proofLinks: links, ...formOnCard(turn) }));
  keepToPresser(turn);
}

const linkTo = (turn: Turn, file: ProofFile): Promise<string> =>
  turn.files.link(file.id, {
    name: file.name,
    contentType: file.contentType,
    expiresAt: turn.linkExpiresAt(),
  });

/** A form that is being filled in stays open with what was typed. Its inputs show which form it is. */
function formOnCard(turn: Turn): ClaimExtras {
  const typed = typedIn(turn);
  if ('reasons' in typed) return { form: 'requestInformation', typed };
  return 'reason' in typed ? { form: 'reject', typed } : { typed };
}
