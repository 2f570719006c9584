import type { Actor } from './actor.ts';
import type { ActorKind } from './actors.ts';
import { assertNever } from './assertNever.ts';
import type { Comment, PersonComment } from './claim.ts';
import type { Context } from './command.ts';
import { personOf } from './person.ts';

const keptComments = 20;

/** A person's comment on a claim. The system writes notices only. */
export const said = (text: string, { at, actor }: Context): PersonComment => ({
  at,
  by: personOf(actor),
  side: sideOf(actor),
  text,
});

function sideOf(actor: Actor): PersonComment['side'] {
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

/** The comments with one added; only the newest twenty are kept. */
export const withComment = (comments: readonly Comment[], added: Comment): readonly Comment[] =>
  [...comments, added].slice(-keptComments);

/** Whether the comment is from a person, and not a notice from the system. */
export function isPersonComment(comment: Comment): comment is PersonComment {
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

/** How others read a comment, depending on who wrote it: reviewers ask, the partner answers (R84). */
export function commentRole(side: ActorKind): 'question' | 'answer' | 'notice' {
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
