import type { Actor } from './actor.ts';
import type { ActorKind } from './actors.ts';
import { assertNever } from './assertNever.ts';
import type { Comment, SaidComment } from './claim.ts';
import type { Context } from './command.ts';
import { personOf } from './person.ts';

const keptComments = 20;

/** What a person says about a claim. The system speaks in notices only. */
export const said = (text: string, { at, actor }: Context): SaidComment => ({
  at,
  by: personOf(actor),
  side: sideOf(actor),
  text,
});

function sideOf(actor: Actor): SaidComment['side'] {
  switch (actor.kind) {
    case 'partner':
    case 'reviewer':
      return actor.kind;
    case 'system':
      throw new Error('The system says nothing of its own in a comment.');
    default:
      return assertNever(actor);
  }
}

/** The comments with one more: the newest twenty. */
export const withComment = (comments: readonly Comment[], added: Comment): readonly Comment[] =>
  [...comments, added].slice(-keptComments);

/** Whether a person said it, and not the system in its general words. */
export function isSaid(comment: Comment): comment is SaidComment {
  switch (comment.side) {
    case 'partner':
    case 'reviewer':
      return true;
    case 'system':
      return false;
    default:
      return assertNever(comment);
  }
}

/** What a word about a claim is for the others, by who says it: reviewers ask, the partner answers (R84). */
export function speechOf(side: ActorKind): 'question' | 'answer' | 'notice' {
  switch (side) {
    case 'reviewer':
      return 'question';
    case 'partner':
      return 'answer';
    case 'system':
      return 'notice';
    default:
      return assertNever(side);
  }
}
