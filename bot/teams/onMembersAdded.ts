import type { TurnContext } from 'botbuilder';
import { welcomeCard } from '../../cards/help/welcome.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
import { welcomeReply } from '../actions/greet.ts';
import { cardMessage } from '../replies/cardMessage.ts';
import type { AppDependencies } from './appDependencies.ts';
import { isPersonal } from './identity.ts';
import { type RecognisingDependencies, recogniseSender, sayUnknown } from './recogniseSender.ts';

/** The bot has been added to a chat or a channel: the person who did it is welcomed. Other new members are ignored. */
export async function onMembersAdded(
  context: TurnContext,
  dependencies: RecognisingDependencies & Pick<AppDependencies, 'reader'>,
): Promise<void> {
  const { reader } = dependencies;
  const { membersAdded, recipient } = context.activity;
  if (!membersAdded?.some(({ id }) => id === recipient.id)) return;
  const actor = (await recogniseSender(context, dependencies))?.actor;
  if (!actor) return await sayUnknown(context, reader);
  if (!isPersonal(context.activity)) {
    if (!belongsInChannel(actor.kind)) return await sayUnknown(context, reader);
    await context.sendActivity(cardMessage(welcomeCard({ audience: 'channel', name: actor.name }, reader)));
    return;
  }
  const welcome = welcomeReply(actor, reader);
  if (welcome.kind === 'card') await context.sendActivity(cardMessage(welcome.card));
}
