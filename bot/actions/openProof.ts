import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Action } from '../../cards/verbs.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { ProofFile } from '../../services/claims/claim.ts';
import { type ClaimExtras, claimReply } from '../claimReply.ts';

/** How long a link to a proof file works, in minutes. */
export const linkMinutes = 5;

/** A proof file is opened by a link made on the press, shown only to the presser, good for minutes. */
export async function openProof(
  turn: Turn,
  { number, proof }: Extract<Action, { verb: 'proof.open' }>,
): Promise<void> {
  const found = await turn.claims.open(turn.actor, number);
  const file = found.ok ? found.value.proofs.find(({ id }) => id === proof) : undefined;
  if (!found.ok || !file) {
    turn.replies.push({ kind: 'text', text: refusalText({ code: 'notFound' }, turn.reader) });
    return;
  }
  const url = await linkTo(turn, file);
  if (found.value.status === 'Editing') {
    const link = `[${messageText('openLink', {}, turn.reader)}](${url})`;
    const text = messageText('proofLink', { file: file.name, link, minutes: linkMinutes }, turn.reader);
    turn.replies.push({ kind: 'text', text });
    return;
  }
  const links = [{ name: file.name, url, minutes: linkMinutes }];
  const reply = await claimReply(turn, found.value, { proofLinks: links, ...formOnCard(turn) });
  turn.replies.push(reply.kind === 'card' ? { ...reply, onlyForPresser: true } : reply);
}

const linkTo = (turn: Turn, file: ProofFile): Promise<string> =>
  turn.files.link(file.id, {
    name: file.name,
    contentType: file.contentType,
    expiresAt: turn.linkExpiresAt(),
  });

/** A form that is being filled in stays open with what is typed: its inputs tell which it is. */
function formOnCard({ input }: Turn): ClaimExtras {
  const typed = input.kind === 'press' ? input.typed : {};
  if ('reasons' in typed) return { form: 'requestInformation', typed };
  return 'reason' in typed ? { form: 'reject', typed } : { typed };
}
