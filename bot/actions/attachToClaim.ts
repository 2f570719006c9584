import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { IncomingFile, Turn } from '../../dialogs/turn.ts';
import type { FiledClaim } from '../../services/claims/claim.ts';

/**
 * Adds files to a submitted claim (R60). The answer is a sentence, not a new card: a reply half typed on the claim's
 * card above stays where it is, and its button still works.
 */
export async function attachToClaim(
  turn: Turn,
  claim: FiledClaim,
  files: readonly IncomingFile[],
): Promise<void> {
  for (const [index, file] of files.entries()) {
    turn.replies.push({ kind: 'text', text: await attach(turn, claim, file, index) });
  }
}

async function attach(turn: Turn, claim: FiledClaim, file: IncomingFile, index: number): Promise<string> {
  const { reader } = turn;
  const kept = await file.keep();
  if (!kept.ok)
    return messageText('fileRefused', { file: file.name, reason: refusalText(kept.refusal, reader) }, reader);
  const target = { number: claim.number, commandId: `${turn.commandId}|${index}` };
  const added = await turn.claims.carryOut(turn.actor, target, { name: 'addProof', proof: kept.value });
  const used = added.ok && added.value.claim.proofs.some(({ id }) => id === kept.value.id);
  if (!used) await turn.files.delete(kept.value.id);
  if (!added.ok)
    return messageText(
      'fileRefused',
      { file: file.name, reason: refusalText(added.refusal, reader) },
      reader,
    );
  const waits = added.value.claim.status === 'PartnerActionRequired';
  const data = { file: file.name, number: claim.number };
  return messageText(waits ? 'fileAddedAnswerNext' : 'fileAdded', data, reader);
}
