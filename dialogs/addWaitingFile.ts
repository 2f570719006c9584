import { shortFileName } from '../cards/text/markdown.ts';
import { messageText } from '../cards/text/messages.ts';
import { refusalText } from '../cards/text/refusal.ts';
import type { Claim } from '../services/domain/claim.ts';
import type { Refusal } from '../services/domain/refusal.ts';
import type { Interaction } from './interaction.ts';

/** What happened to one waiting file, in a sentence; `claim` if it was added to one. */
export interface AddedFile {
  readonly text: string;
  readonly claim?: Claim;
  readonly refusal?: Refusal;
}

/** Adds a waiting file to the claim that was chosen for it. */
export async function addWaitingFile(
  interaction: Interaction,
  fileId: string,
  number: string,
): Promise<AddedFile> {
  const { reader, actor, uploads } = interaction;
  const waiting = await uploads.find(actor, fileId);
  const added = waiting.ok ? await uploads.addToClaim(actor, fileId, number) : waiting;
  if (added.ok) {
    const claim = added.value;
    const file = shown(claim.proofs.find(({ id }) => id === fileId)?.name ?? '');
    const key = claim.status === 'PartnerActionRequired' ? 'fileAddedAnswerNext' : 'fileAdded';
    return { text: messageText(key, { file, number: claim.number }, reader), claim };
  }
  const { refusal } = added;
  const reason = refusalText(refusal, reader);
  // A refusal about what happened to the file earlier already names the file.
  const text = waiting.ok
    ? messageText('fileNotAdded', { file: shown(waiting.value.name), reason }, reader)
    : reason;
  return { text, refusal };
}

/** Why a file was not stored. */
export const notStored = ({ reader }: Interaction, file: string, refusal: Refusal): string =>
  messageText('fileRefused', { file: shown(file), reason: refusalText(refusal, reader) }, reader);

/** A name within a sentence. */
const shown = (name: string): string => shortFileName(name, 60);
