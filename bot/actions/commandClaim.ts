import { type Interaction, type Reply, typedIn } from '../../dialogs/interaction.ts';
import { keepToPresser } from '../../dialogs/say.ts';
import type { Command } from '../../services/domain/command.ts';
import { isStale } from '../../services/domain/rules/staleness.ts';
import { type ClaimExtras, claimReply, refusalReply, savedReply } from '../replies/claimReply.ts';
import type { ClaimCommand } from './claimCommands.ts';

type Name = Command['name'];

/** The claim as it stood on the pressed card. */
interface SeenClaim {
  readonly number: string;
  readonly version: number;
}

/** The claim as it was seen, and the button that was pressed. */
interface Pressed extends SeenClaim, Pick<ClaimCommand<never, Name>, 'name' | 'form'> {}

/** Reads the press, issues the command, and answers with the claim as it stands then. */
export async function commandClaim<A extends SeenClaim, N extends Name>(
  interaction: Interaction,
  action: A,
  button: ClaimCommand<A, N>,
): Promise<void> {
  const typed = typedIn(interaction);
  const { number, version } = action;
  const pressed: Pressed = { name: button.name, ...formOf(button), number, version };
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
  if (refusal.code === 'rivalWaits') {
    return await showForm(interaction, pressed, { form: 'confirmApprove', rivals: refusal.data.rivals });
  }
  if (refusal.code === 'answerMissing') {
    return await showForm(interaction, pressed, { typed, errors: { comment: { code: 'answerMissing' } } });
  }
  // A form stays open over what was typed; the card drops it where it makes no sense any more.
  refuse(interaction, await refusalReply(interaction, number, refusal, { typed, ...formOf(button) }));
}

/** R98: the colleague's form is still good. */
const leavingForms = (reply: Reply): Reply =>
  reply.kind === 'card' ? { ...reply, leavesForms: true } : reply;

/** What was not done is told to the presser; in a channel the others keep the claim's card. */
function refuse(interaction: Interaction, reply: Reply): void {
  interaction.replies.push(reply);
  if (!interaction.personal) keepToPresser(interaction);
}

const formOf = ({ form }: Pick<Pressed, 'form'>): Pick<Pressed, 'form'> => (form ? { form } : {});

async function showForm(interaction: Interaction, pressed: Pressed, extras: ClaimExtras): Promise<void> {
  const found = await interaction.claims.open(interaction.actor, pressed.number);
  if (!found.ok) {
    return refuse(interaction, await refusalReply(interaction, pressed.number, found.refusal));
  }
  const claim = found.value;
  if (claim.status === 'Editing') return;
  // The card that answers carries the claim's present version: what has changed since the pressed one must be said first.
  if (!isStale(pressed.version, claim, pressed.name)) {
    return refuse(interaction, await claimReply(interaction, claim, extras));
  }
  const kept = { ...extras, ...formOf(pressed) };
  refuse(interaction, await refusalReply(interaction, pressed.number, { code: 'changedMeanwhile' }, kept));
}
