import type { HelpAudience } from '../../cards/help/helpAudience.ts';
import { welcomeCard } from '../../cards/help/welcome.ts';
import type { Reader } from '../../cards/kit/card.ts';
import type { Reply } from '../../dialogs/interaction.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';

/** The kind of person who reads a welcome or the help; it decides what is offered (R98). */
export function audienceOf(actor: PersonActor): HelpAudience {
  switch (actor.kind) {
    case 'partner':
      return mayIssue(actor, 'submit') ? 'filer' : 'partner';
    case 'reviewer':
      return 'reviewer';
    default:
      return assertNever(actor);
  }
}

/** Says what the bot does and offers the first step. */
export function welcomeReply(actor: PersonActor, reader: Reader): Reply {
  return { kind: 'card', card: welcomeCard({ audience: audienceOf(actor), name: actor.name }, reader) };
}
