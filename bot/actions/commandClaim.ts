import { type Interaction, type Reply, typedIn } from '../../dialogs/interaction.ts';
import { showToPresserOnly } from '../../dialogs/say.ts';
import type { Command } from '../../services/domain/command.ts';
import { isStale } from '../../services/domain/rules/staleness.ts';
import { type ClaimExtras, claimReply, refusalReply, savedReply } from '../replies/claimReply.ts';
import type { ClaimCommand } from './claimCommands.ts';

type Name = Command['name'];

/** The claim's number, and its version on the pressed card. */
interface SeenClaim {
  readonly number: string;
  readonly version: number;
}

/** The claim on the pressed card, and the button that was pressed. */
interface Pressed extends SeenClaim, Pick<ClaimExtras, 'form'> {
  readonly name: Name;
}

/** Reads the press, issues the command, and answers with the claim's card after it. */
export async function commandClaim<A extends SeenClaim, N extends Name>(
  interaction: Interaction,
  action: A,
  button: ClaimCommand<A, N>,
): Promise<void> {
  const typed = typedIn(interaction);
  const { number, version } = action;
  const pressed: Pressed = { name: button.name, ...formOf(button.form?.(action)), number, version };
  const read = button.read(typed, action);
  if ('showForm' in read) return await showForm(interaction, pressed, { typed, ...read.showForm });
  const target = { number, version, commandId: interaction.commandId };
  const outcome = await interaction.claims.execute(interaction.actor, target, read.command);
  if (outcome.ok) {
    const reply = await savedReply(interaction, outcome.value);
    interaction.replies.push(button.leavesForms ? leavingForms(reply) : reply);
    return;
  }
  const { refusal } = outcome;
  if (refusal.code === 'approvalUnconfirmed') {
    const { competing } = refusal.data;
    return await showForm(interaction, pressed, { form: 'confirmApprove', competing, typed });
  }
  if (refusal.code === 'answerMissing') {
    return await showForm(interaction, pressed, { typed, errors: { comment: { code: 'answerMissing' } } });
  }
  // A form stays open with what was typed; the card leaves it out where it is no longer possible.
  refuse(interaction, await refusalReply(interaction, number, refusal, { typed, ...formOf(pressed.form) }));
}

/** R98: a colleague's open form is still valid. */
const leavingForms = (reply: Reply): Reply =>
  reply.kind === 'card' ? { ...reply, leavesForms: true } : reply;

/** Only the presser sees why a command was refused; in a channel the claim's card stays as it is for others. */
function refuse(interaction: Interaction, reply: Reply): void {
  interaction.replies.push(reply);
  if (!interaction.personal) showToPresserOnly(interaction);
}

const formOf = (form: Pressed['form']): Pick<Pressed, 'form'> => (form ? { form } : {});

async function showForm(interaction: Interaction, pressed: Pressed, extras: ClaimExtras): Promise<void> {
  const found = await interaction.claims.get(interaction.actor, pressed.number);
  if (!found.ok) {
    return refuse(interaction, await refusalReply(interaction, pressed.number, found.refusal));
  }
  const claim = found.value;
  if (claim.status === 'Editing') return;
  // The answering card carries the claim's current version, so it must first say what has changed since the pressed
  // card.
  if (!isStale(pressed.version, claim, pressed.name)) {
    return refuse(interaction, await claimReply(interaction, claim, extras));
  }
  const kept = { ...extras, ...formOf(pressed.form) };
  refuse(interaction, await refusalReply(interaction, pressed.number, { code: 'changedMeanwhile' }, kept));
}
