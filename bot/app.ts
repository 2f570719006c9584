import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { DefaultConversationState, TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import { type Activity, ActivityTypes, type Storage, type TurnContext } from 'botbuilder';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { Reader } from '../cards/card.ts';
import { messageText } from '../cards/text/messages.ts';
import { welcomeCard } from '../cards/welcome.ts';
import { FileClaimDialog } from '../dialogs/fileClaimDialog.ts';
import { type Input, setTurn, type Turn } from '../dialogs/turn.ts';
import type { AddressBook } from '../services/alerts/addressBook.ts';
import { newsForPartner } from '../services/alerts/news.ts';
import type { Claims } from '../services/claims/claimService.ts';
import type { FileFocus } from '../services/claims/fileFocus.ts';
import type { Uploads } from '../services/claims/uploads.ts';
import type { Actor } from '../services/directory/directory.ts';
import type { Directory } from '../services/directory/directoryService.ts';
import { welcomeReply } from './actions/greet.ts';
import { linkMinutes } from './actions/openProof.ts';
import { type AttachmentDependencies, filesIn } from './attachments.ts';
import { claimReply } from './claimReply.ts';
import { cardMessage, type createDoor, invokeResponse } from './door.ts';
import { handleInput } from './handleInput.ts';
import { actorOf, isPersonal, withoutThread } from './identity.ts';
import { commandIdOf, readPress, textOf } from './incoming.ts';
import type { Place, Places } from './places.ts';

export interface AppDependencies extends AttachmentDependencies {
  readonly adapter: TeamsAdapter;
  readonly storage: Storage;
  readonly claims: Claims;
  readonly uploads: Uploads;
  readonly directory: Directory;
  readonly door: ReturnType<typeof createDoor>;
  readonly places: Places;
  readonly addressBook: AddressBook<Place>;
  readonly focus: FileFocus;
}

interface ConversationState extends DefaultConversationState {
  dialogState?: DialogState;
}
type State = TurnState<ConversationState>;

const reader: Reader = { locale: 'en' };

/** The router: what arrives, by kind, to whom it is for. */
export function createApp(dependencies: AppDependencies): Application<State> {
  const { adapter, storage, directory, door, places, addressBook } = dependencies;
  // Its typing timer is shared between conversations and would leave one typing for ever.
  const app = new Application<State>({ adapter, storage, startTypingTimer: false });

  app.conversationUpdate('membersAdded', async (context) => {
    const { membersAdded, recipient } = context.activity;
    if (!membersAdded?.some(({ id }) => id === recipient.id)) return;
    const actor = await recognise(context);
    if (!isPersonal(context.activity)) return await greetChannel(context, actor);
    if (!actor) return await sayUnknown(context);
    const welcome = welcomeReply(actor, reader);
    if (welcome.kind === 'card') await context.sendActivity(cardMessage(welcome.card));
  });
  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    await recognise(context);
  });

  app.adaptiveCards.actionExecute(anything, async (context, state) => {
    const input = await pressOf(context, (text) => invokeResponse(context, messageBody(text)));
    const turn = input && (await turnFor(context, input));
    if (input && !turn) await invokeResponse(context, messageBody(messageText('unknownPerson', {}, reader)));
    if (turn) {
      await run(context, state, turn);
      await door.answerPress(context, turn);
      await catchUp(context, turn);
    }
    return '';
  });
  app.adaptiveCards.actionSubmit(anything, async (context, state) => {
    const input = await pressOf(context, (text) => context.sendActivity(text));
    const turn = input && (await turnFor(context, input));
    if (input && !turn) await sayUnknown(context);
    if (turn) {
      await run(context, state, turn);
      await door.answerSubmit(context, turn);
      await catchUp(context, turn);
    }
  });
  app.activity(ActivityTypes.Message, async (context, state) => {
    const turn = await turnFor(context, (actor) => messageInput(context.activity, actor));
    if (!turn) return await sayUnknown(context);
    await run(context, state, turn);
    await door.answerMessage(context, turn);
    await catchUp(context, turn);
  });
  // A press without a readable verb, or an invoke that Teams has for other kinds of apps.
  app.activity(ActivityTypes.Invoke, async (context) => {
    if (context.activity.name === 'adaptiveCard/action') {
      return await invokeResponse(context, messageBody(messageText('unknownPress', {}, reader)));
    }
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400 } });
  });

  /** Who it is; where they can be reached is kept the moment it is seen. */
  async function recognise(context: TurnContext): Promise<Actor | undefined> {
    const actor = await actorOf(context.activity, directory);
    if (actor) await places.remember(context.activity, actor);
    return actor;
  }

  /** Who could not be reached for a while is shown the claims whose alerts went nowhere, as they stand now. */
  async function catchUp(context: TurnContext, turn: Turn): Promise<void> {
    if (!turn.personal) return;
    const person = { kind: 'person', personId: turn.actor.personId } as const;
    for (const number of await addressBook.missed(person)) {
      const found = await turn.claims.open(turn.actor, number);
      if (found.ok && found.value.status !== 'Editing') {
        const event = newsForPartner(found.value.status);
        await door.post(context, await claimReply(turn, found.value, event ? { event } : {}));
      }
      await addressBook.caughtUp(person, number);
    }
  }

  async function turnFor(
    context: TurnContext,
    input: Input | ((actor: Actor) => Input),
  ): Promise<Turn | undefined> {
    const actor = await recognise(context);
    if (!actor) return undefined;
    return {
      actor,
      reader,
      personal: isPersonal(context.activity),
      input: typeof input === 'function' ? input(actor) : input,
      commandId: commandIdOf(context),
      claims: dependencies.claims,
      files: dependencies.files,
      uploads: dependencies.uploads,
      linkExpiresAt: () => new Date(dependencies.now().getTime() + linkMinutes * 60_000).toISOString(),
      replies: [],
    };
  }

  function messageInput(activity: Activity, actor: Actor): Input {
    const files = filesIn(activity, { id: actor.personId, name: actor.name }, dependencies);
    return files.length > 0 ? { kind: 'files', files } : { kind: 'text', text: textOf(activity) };
  }

  async function run(context: TurnContext, state: State, turn: Turn): Promise<void> {
    setTurn(context, turn);
    await handleInput(turn, {
      dc: await dialogContext(context, state),
      focus: dependencies.focus,
      conversation: withoutThread(context.activity.conversation.id),
    });
  }

  return app;
}

const anything = /[\s\S]*/;

/** A new set each turn over the conversation's state keeps one storage record. */
async function dialogContext(context: TurnContext, state: State): Promise<DialogContext> {
  const dialogs = new DialogSet({
    get: async () => {
      state.conversation.dialogState ??= { dialogStack: [] };
      return state.conversation.dialogState;
    },
    set: async (_context: TurnContext, value: DialogState) => {
      state.conversation.dialogState = value;
    },
    delete: async () => {
      delete state.conversation.dialogState;
    },
  });
  dialogs.add(new FileClaimDialog());
  return await dialogs.createContext(context);
}

/** The press, or nothing once the presser has been told what is wrong with it. */
async function pressOf(
  context: TurnContext,
  tell: (text: string) => Promise<unknown>,
): Promise<Input | undefined> {
  const press = readPress(context.activity);
  if (press.kind === 'action') return { kind: 'press', action: press.action, typed: press.typed };
  const text =
    press.kind === 'malformed'
      ? messageText('unknownPress', {}, reader)
      : messageText('tooMuchText', { length: press.length }, reader);
  await tell(text);
  return undefined;
}

async function greetChannel(context: TurnContext, actor: Actor | undefined): Promise<void> {
  if (actor?.kind !== 'reviewer') return await sayUnknown(context);
  await context.sendActivity(cardMessage(welcomeCard({ audience: 'channel', name: actor.name }, reader)));
}

async function sayUnknown(context: TurnContext): Promise<void> {
  await context.sendActivity(messageText('unknownPerson', {}, reader));
}

const messageBody = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});
