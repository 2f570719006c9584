import { assertNever } from '../assertNever.ts';
import type { ActorKind } from '../directory/actors.ts';
import type { Comment, SaidComment } from './claim.ts';

/** Whether a person said it, and not the programme in its general words. */
export function isSaid(comment: Comment): comment is SaidComment {
  switch (comment.side) {
    case 'partner':
    case 'reviewer':
      return true;
    case 'programme':
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
    case 'programme':
      return 'notice';
    default:
      return assertNever(side);
  }
}
