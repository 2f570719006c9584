import type { Reader } from '../../cards/card.ts';
import { welcomeCard } from '../../cards/welcome.ts';
import type { Reply } from '../../dialogs/turn.ts';
import type { PersonActor } from '../../services/directory/directory.ts';

/** Who reads a welcome or the help: what is offered depends on it (R98). */
export function audienceOf(actor: PersonActor): 'filer' | 'partner' | 'reviewer' {
  if (actor.kind === 'reviewer') return 'reviewer';
  return actor.roles.includes('IncentivesAdmin') ? 'filer' : 'partner';
}

/** Says what the bot does and offers the first step. */
export function welcomeReply(actor: PersonActor, reader: Reader): Reply {
  return { kind: 'card', card: welcomeCard({ audience: audienceOf(actor), name: actor.name }, reader) };
}
