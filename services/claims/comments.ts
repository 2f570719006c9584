import { assertNever } from '../assertNever.ts';
import type { Actor } from '../directory/directory.ts';
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
    case 'programme':
      throw new Error('The system says nothing of its own in a comment.');
    default:
      return assertNever(actor);
  }
}

/** The comments with one more: the newest twenty. */
export const withComment = (comments: readonly Comment[], added: Comment): readonly Comment[] =>
  [...comments, added].slice(-keptComments);
