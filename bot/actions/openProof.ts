import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { type Interaction, typedIn } from '../../dialogs/interaction.ts';
import { say, showToPresserOnly } from '../../dialogs/say.ts';
import type { ProofFile } from '../../services/domain/claim.ts';
import { type ClaimExtras, claimReply } from '../replies/claimReply.ts';

/** How long a link to a proof file works, in minutes. */
export const linkMinutes = 5;

/**
 * Opens a proof file by a link that is made for this press, shown only to the presser, and valid for minutes. For
 * the question whether to approve, it is remembered which files a reviewer has opened (D15).
 */
export async function openProof(
  interaction: Interaction,
  { number, proof, approving }: Extract<Action, { verb: 'proof.open' }>,
): Promise<void> {
  const found = await interaction.claims.get(interaction.actor, number);
  const file = found.ok ? found.value.proofs.find(({ id }) => id === proof) : undefined;
  if (!found.ok) return say(interaction, refusalText(found.refusal, interaction.reader));
  if (!file) {
    interaction.reportRefusal('notFound');
    const refusal = { code: 'notFound', data: { side: interaction.actor.kind } } as const;
    return say(interaction, refusalText(refusal, interaction.reader));
  }
  const url = await linkTo(interaction, file);
  if (found.value.status === 'Editing') {
    const link = `[${messageText('openLink', {}, interaction.reader)}](${url})`;
    const text = messageText(
      'proofLink',
      { file: file.name, link, minutes: linkMinutes },
      interaction.reader,
    );
    return say(interaction, text);
  }
  const links = [{ name: file.name, url, minutes: linkMinutes }];
  await interaction.claims.openedFiles.remember(interaction.actor, found.value, proof);
  const form = approving === undefined ? formOnCard(interaction) : question(interaction, approving);
  interaction.replies.push(await claimReply(interaction, found.value, { proofLinks: links, ...form }));
  showToPresserOnly(interaction);
}

const linkTo = (interaction: Interaction, file: ProofFile): Promise<string> =>
  interaction.files.link(file.id, {
    name: file.name,
    contentType: file.contentType,
    expiresAt: interaction.linkExpiresAt(),
  });

/** D15: the question whether to approve stays on the card, without the file that was opened now. */
const question = (interaction: Interaction, competing: number): ClaimExtras => ({
  form: 'confirmApprove',
  competing,
  typed: typedIn(interaction),
});

/** A form that is being filled in stays open with what was typed. Its inputs show which form it is. */
function formOnCard(interaction: Interaction): ClaimExtras {
  const typed = typedIn(interaction);
  if ('reasons' in typed) return { form: 'requestInformation', typed };
  return 'reason' in typed ? { form: 'reject', typed } : { typed };
}
