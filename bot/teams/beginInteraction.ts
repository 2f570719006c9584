import type { TurnContext } from 'botbuilder';
import type { Input, Interaction } from '../../dialogs/interaction.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import { linkMinutes } from '../actions/openProof.ts';
import type { AppDependencies } from './appDependencies.ts';
import { commandIdOf } from './incoming.ts';
import { type RecognisingDependencies, recogniseSender } from './recogniseSender.ts';

/** What handlers get with each input. */
export type InteractionDependencies = Pick<
  AppDependencies,
  'claims' | 'files' | 'uploads' | 'templates' | 'reader' | 'realNow' | 'reportRefusal'
>;

/** Prepares handling of an activity for its sender; undefined if the sender is unknown. */
export async function beginInteraction(
  context: TurnContext,
  input: Input | ((actor: PersonActor) => Input),
  dependencies: InteractionDependencies & RecognisingDependencies,
): Promise<Interaction | undefined> {
  const sender = await recogniseSender(context, dependencies);
  if (!sender) return undefined;
  return newInteraction(
    context,
    { ...sender, input: typeof input === 'function' ? input(sender.actor) : input },
    dependencies,
  );
}

/** The same for a person who has already been identified. */
export function newInteraction(
  context: TurnContext,
  { actor, chatKind, missed, input }: Pick<Interaction, 'actor' | 'chatKind' | 'missed' | 'input'>,
  { claims, files, uploads, templates, reader, realNow, reportRefusal }: InteractionDependencies,
): Interaction {
  return {
    actor,
    missed,
    reader,
    chatKind,
    personal: chatKind === 'ownChat',
    input,
    commandId: commandIdOf(context),
    claims,
    files,
    uploads,
    templates,
    linkExpiresAt: () => new Date(realNow().getTime() + linkMinutes * 60_000).toISOString(),
    reportRefusal,
    replies: [],
  };
}
