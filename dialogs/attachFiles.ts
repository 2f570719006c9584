import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { removeFileCard } from '../cards/draft/fileRemoval.ts';
import { continuedCard } from '../cards/filing/filing.ts';
import type { Action } from '../cards/kit/verbs.ts';
import type { SentFile } from '../services/claims/proof/fetchUpload.ts';
import type { Draft } from '../services/domain/claim.ts';
import { notStored } from './addWaitingFile.ts';
import { explainRefusal } from './explainRefusal.ts';
import { stateOf } from './filingState.ts';
import { stepReply } from './filingStep.ts';
import { interactionOf } from './interaction.ts';
import { say } from './say.ts';
import { showStep, withDraft } from './showStep.ts';

/** R57: files are attached in the chat; at the proof step they go to this draft, and the card is sent anew below. */
export async function attachFiles(dc: DialogContext, files: readonly SentFile[]): Promise<DialogTurnResult> {
  const interaction = interactionOf(dc.context);
  const { number = '' } = stateOf(dc);
  let added: Draft | undefined;
  let shown = false;
  const refused: string[] = [];
  for (const [index, file] of files.entries()) {
    const target = { number, commandId: `${interaction.commandId}|${index}` };
    const outcome = await interaction.uploads.addToDraft(interaction.actor, target, file);
    if (!outcome.ok) refused.push(notStored(interaction, file.name, outcome.refusal));
    if (outcome.ok) added = outcome.value;
    // A person who attaches the same file again may not have seen that it was added.
    if (outcome.ok || outcome.refusal.code === 'fileTwice') shown = true;
  }
  // One message names all of them (D17); it stays in the chat when the card moves down.
  if (refused.length > 0) say(interaction, refused.join('\n\n'));
  if (!shown) return Dialog.EndOfTurn;
  const show = async (draft: Draft): Promise<DialogTurnResult> => {
    const reply = await stepReply(interaction, draft, 'proof');
    const stub = continuedCard({ number, title: draft.answers.claimName ?? number }, interaction.reader);
    interaction.replies.push(reply.kind === 'card' ? { ...reply, stub } : reply);
    return Dialog.EndOfTurn;
  };
  return added ? await show(added) : await withDraft(dc, number, show);
}

async function askToRemove(dc: DialogContext, draft: Draft, proof: string): Promise<DialogTurnResult> {
  const file = draft.proofs.find(({ id }) => id === proof);
  if (!file) return await showStep(dc, draft, 'proof');
  const { reader, replies } = interactionOf(dc.context);
  replies.push({ kind: 'card', card: removeFileCard(draft, file, reader), number: draft.number });
  return Dialog.EndOfTurn;
}

/** Removes one file from the draft, once the person has confirmed it (D15). */
export async function removeFile(
  dc: DialogContext,
  { number, version, proof, confirmed }: Omit<Extract<Action, { verb: 'proof.remove' }>, 'verb'>,
): Promise<DialogTurnResult> {
  if (!confirmed) return await withDraft(dc, number, (draft) => askToRemove(dc, draft, proof));
  const interaction = interactionOf(dc.context);
  const target = { number, version, commandId: interaction.commandId };
  const removed = await interaction.uploads.removeFromDraft(interaction.actor, target, proof);
  if (!removed.ok) return await explainRefusal(dc, { number, refusal: removed.refusal, step: 'proof' });
  return await showStep(dc, removed.value, 'proof');
}
