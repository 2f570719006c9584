import type { Action } from '../../cards/verbs.ts';
import { keepToPresser } from '../../dialogs/say.ts';
import type { Reply, Turn } from '../../dialogs/turn.ts';
import type { Command } from '../../services/claims/command.ts';
import {
  type Form,
  readAnswer,
  readComment,
  readRejection,
  readRequest,
  type Typed,
} from '../../services/claims/form/readForms.ts';
import { isStale } from '../../services/claims/staleness.ts';
import { type ClaimExtras, claimReply, refusalReply } from '../claimReply.ts';

const commands = {
  'claim.comment': 'comment',
  'claim.resubmit': 'resubmit',
  'review.start': 'startReview',
  'review.takeOver': 'takeOverReview',
  'review.requestInformation': 'requestInformation',
  'review.approve': 'approve',
  'review.reject': 'reject',
} as const;

/** The buttons that are one command on a submitted claim. */
export type CommandPress = Extract<Action, { verb: keyof typeof commands }>;

/** Whether the press is a command, as opposed to a look at something. */
export const isCommandPress = (action: Action): action is CommandPress => action.verb in commands;

/** A press read: the command, or the form to show again with its errors. */
type Read = { readonly command: Command } | { readonly again: ClaimExtras };

/** Reads the press, issues the command, and answers with the claim as it stands then. */
export async function commandClaim(turn: Turn, action: CommandPress, typed: Typed): Promise<void> {
  const read = readCommand(action, typed);
  if ('again' in read) return await showAgain(turn, action, { typed, ...read.again });
  const target = { number: action.number, version: action.version, commandId: turn.commandId };
  const outcome = await turn.claims.carryOut(turn.actor, target, read.command);
  if (outcome.ok) {
    const reply = await claimReply(turn, outcome.value.claim);
    turn.replies.push(action.verb === 'review.takeOver' ? leavingForms(reply) : reply);
    return;
  }
  const { refusal } = outcome;
  if (refusal.code === 'rivalWaits') {
    return await showAgain(turn, action, { form: 'confirmApprove', rivals: refusal.data.rivals });
  }
  if (refusal.code === 'answerMissing') {
    return await showAgain(turn, action, { typed, errors: { comment: { code: 'answerMissing' } } });
  }
  // A form stays open over what was typed; the card drops it where it makes no sense any more.
  const form = formOf(action);
  refuse(turn, await refusalReply(turn, action.number, refusal, { typed, ...(form ? { form } : {}) }));
}

/** R98: the colleague's form is still good. */
const leavingForms = (reply: Reply): Reply =>
  reply.kind === 'card' ? { ...reply, leavesForms: true } : reply;

/** What was not done is told to the presser; in a channel the others keep the claim's card. */
function refuse(turn: Turn, reply: Reply): void {
  turn.replies.push(reply);
  if (!turn.personal) keepToPresser(turn);
}

function readCommand(action: CommandPress, typed: Typed): Read {
  switch (action.verb) {
    case 'claim.comment':
      return from(readComment(typed), (text) => comment(text, action), {});
    case 'claim.resubmit':
      return from(readAnswer(typed), (answer) => ({ name: 'resubmit', ...(answer ? { answer } : {}) }), {});
    case 'review.start':
      return { command: { name: 'startReview' } };
    case 'review.takeOver':
      return { command: { name: 'takeOverReview' } };
    case 'review.requestInformation':
      return from(readRequest(typed), (request) => ({ name: 'requestInformation', ...request }), {
        form: 'requestInformation',
      });
    case 'review.approve':
      return { command: approval(action) };
    case 'review.reject': {
      const read = from(readRejection(typed), (rejection) => ({ name: 'reject', ...rejection }), {
        form: 'reject',
      });
      return 'command' in read && !action.confirmed ? { again: { form: 'confirmReject' } } : read;
    }
  }
}

/** `dated`: what the form said of a date to answer by (D7). */
const comment = (text: string, { dated }: Extract<CommandPress, { verb: 'claim.comment' }>): Command => ({
  name: 'comment',
  text,
  ...(dated === undefined ? {} : { dated }),
});

const approval = ({ confirmed, rivals }: Extract<CommandPress, { verb: 'review.approve' }>): Command => ({
  name: 'approve',
  confirmed: confirmed === true,
  ...(rivals === undefined ? {} : { rivals }),
});

function from<T>(form: Form<T>, command: (value: T) => Command, extras: ClaimExtras): Read {
  return 'value' in form ? { command: command(form.value) } : { again: { ...extras, errors: form.errors } };
}

function formOf(action: CommandPress): ClaimExtras['form'] {
  if (action.verb === 'review.requestInformation') return 'requestInformation';
  return action.verb === 'review.reject' ? 'reject' : undefined;
}

async function showAgain(turn: Turn, action: CommandPress, extras: ClaimExtras): Promise<void> {
  const found = await turn.claims.open(turn.actor, action.number);
  if (!found.ok) {
    return refuse(turn, await refusalReply(turn, action.number, found.refusal));
  }
  const claim = found.value;
  if (claim.status === 'Editing') return;
  // The card that answers carries the claim's present version: what has changed since the pressed one must be said first.
  if (!isStale(action.version, claim, commands[action.verb])) {
    return refuse(turn, await claimReply(turn, claim, extras));
  }
  const form = formOf(action);
  const kept = { ...extras, ...(form ? { form } : {}) };
  refuse(turn, await refusalReply(turn, action.number, { code: 'changedMeanwhile' }, kept));
}
