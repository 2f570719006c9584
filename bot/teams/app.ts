// Above 200 lines: every route, read together.

import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { type Activity, ActivityTypes, type Storage, type TurnContext } from 'botbuilder';
import { welcomeCard } from '../../cards/help/welcome.ts';
import type { Reader } from '../../cards/kit/card.ts';
import { shorten } from '../../cards/text/markdown.ts';
import { messageText } from '../../cards/text/messages.ts';
import { type Input, type Reply, setTurn, type Turn } from '../../dialogs/turn.ts';
import type { Claims } from '../../services/claims/claims.ts';
import { newsForPartner } from '../../services/claims/news.ts';
import type { FileFocus } from '../../services/claims/proof/fileFocus.ts';
import type { ProofTemplates } from '../../services/claims/proof/proofTemplates.ts';
import type { Uploads } from '../../services/claims/proof/uploads.ts';
import type { Directory } from '../../services/directory/directoryService.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
import type { Claim } from '../../services/domain/claim.ts';
import { oneLine } from '../../services/domain/form/paste/cleanText.ts';
import type { AddressBook } from '../../services/outbox/addressBook.ts';
import { answerTemplateOffer } from '../actions/answerTemplateOffer.ts';
import { welcomeReply } from '../actions/greet.ts';
import { linkMinutes } from '../actions/openProof.ts';
import { refreshedCard } from '../actions/refreshClaim.ts';
import type { Logger } from '../logger.ts';
import { newsCard } from '../messengers/draftMessenger.ts';
import { cardMessage } from '../replies/cardMessage.ts';
import { claimReply } from '../replies/claimReply.ts';
import type { Door } from '../replies/door.ts';
import { isConsent, readConsent } from '../replies/fileCards.ts';
import { cardBody, invokeResponse, messageBody } from '../replies/invokeResponse.ts';
import { saveFile } from '../replies/saveFile.ts';
import { handleInput } from '../routes/handleInput.ts';
import { type AttachmentDependencies, filesIn } from './attachments.ts';
import { dialogContext, type State } from './dialogContext.ts';
import { actorOf, isPersonal, withoutThread } from './identity.ts';
import { commandIdOf, type Press, readPress, readRefresh, textOf } from './incoming.ts';
import type { Place, Places } from './places.ts';
import { whileTyping } from './typing.ts';

export interface AppDependencies extends AttachmentDependencies {
  readonly adapter: TeamsAdapter;
  readonly storage: Storage;
  readonly claims: Claims;
  readonly uploads: Uploads;
  readonly templates: ProofTemplates;
  readonly directory: Directory;
  readonly door: Door;
  readonly places: Places;
  readonly addressBook: AddressBook<Place>;
  readonly focus: FileFocus;
  readonly logger: Logger;
  /** The time of whoever opens a link, which need not be that of claims. */
  readonly realNow: () => Date;
  /** Whose language and zone everything is said in. */
  readonly reader: Reader;
}

/** The router: what arrives, by kind, to whom it is for. */
export function createApp(dependencies: AppDependencies): Application<State> {
  const { adapter, storage, directory, door, places, addressBook, logger, reader } = dependencies;
  // Its typing timer is shared between conversations and would leave one typing for ever.
  const app = new Application<State>({
    adapter,
    storage,
    startTypingTimer: false,
    // It takes one mention out, and falls over broken ones; `textOf` reads what is there.
    removeRecipientMention: false,
  });

  // Before all others: what Teams asks for by itself writes nothing, not even who is where.
  for (const isInvoke of [true, false]) app.addRoute(isRefresh, answerRefresh, isInvoke);

  app.addRoute(async ({ activity }) => isConsent(activity), answerOffer, true);

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
  app.adaptiveCards.actionSubmit(anything, (context, state) =>
    whileTyping(context, async () => {
      const input = await pressOf(context, (text) => context.sendActivity(text));
      const turn = input && (await turnFor(context, input));
      if (input && !turn) await sayUnknown(context);
      if (turn) {
        await run(context, state, turn);
        await door.answerSubmit(context, turn);
        await catchUp(context, turn);
      }
    }),
  );
  app.activity(ActivityTypes.Message, (context, state) =>
    whileTyping(context, async (showTyping) => {
      const turn = await turnFor(context, (actor) => messageInput(context.activity, actor, showTyping));
      if (!turn) return await sayUnknown(context);
      await run(context, state, turn);
      await door.answerMessage(context, turn);
      await catchUp(context, turn);
    }),
  );
  // A press without a readable verb, or an invoke that Teams has for other kinds of apps.
  app.activity(ActivityTypes.Invoke, async (context) => {
    if (context.activity.name === 'adaptiveCard/action') {
      return await invokeResponse(context, messageBody(messageText('unknownPress', {}, reader)));
    }
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400 } });
  });

  /** The claim's card as it stands for this person; the card stays as it is where they may see none. */
  async function answerRefresh(context: TurnContext): Promise<void> {
    if (context.activity.type !== ActivityTypes.Invoke) return;
    const number = readRefresh(context.activity)?.number;
    const actor = number ? await actorOf(context.activity, directory) : undefined;
    const turn = actor && turnOf(context, actor, { kind: 'text', text: '' });
    const card = turn && number ? await refreshedCard(turn, number) : undefined;
    await invokeResponse(context, card ? cardBody(card) : messageBody(''));
  }

  /** Allow or Decline on an offered file: the answer stands in the chat, and Teams is told that it has been heard. */
  async function answerOffer(context: TurnContext): Promise<void> {
    const turn = await turnFor(context, { kind: 'text', text: '' });
    if (!turn) await sayUnknown(context);
    else {
      const reply = await answerTemplateOffer(turn, readConsent(context.activity), async (url, bytes) => {
        const why = await saveFile(url, bytes, dependencies);
        if (why) logger.warn({ host: new URL(url).host, why }, 'a file could not be saved for somebody');
        return why;
      });
      await door.answerConsent(context, reply);
    }
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
  }

  /** Who it is; where they can be reached is kept the moment it is seen. */
  async function recognise(context: TurnContext): Promise<PersonActor | undefined> {
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
      const reply = found.ok && (await missedReply(turn, found.value));
      if (reply) await door.post(context, reply);
      await addressBook.caughtUp(person, number);
    }
  }

  async function missedReply(turn: Turn, claim: Claim): Promise<Reply | undefined> {
    if (claim.status !== 'Editing') {
      const event = newsForPartner(claim.status);
      return await claimReply(turn, claim, event ? { event } : {});
    }
    // Changed since: then nobody has to be reminded of it.
    if (!claim.due || claim.due === 'remind') return undefined;
    return { kind: 'card', card: await newsCard(turn, turn.actor, claim), number: claim.number };
  }

  async function turnFor(
    context: TurnContext,
    input: Input | ((actor: PersonActor) => Input),
  ): Promise<Turn | undefined> {
    const actor = await recognise(context);
    return actor && turnOf(context, actor, typeof input === 'function' ? input(actor) : input);
  }

  function turnOf(context: TurnContext, actor: PersonActor, input: Input): Turn {
    return {
      actor,
      reader,
      personal: isPersonal(context.activity),
      input,
      commandId: commandIdOf(context),
      claims: dependencies.claims,
      files: dependencies.files,
      uploads: dependencies.uploads,
      templates: dependencies.templates,
      linkExpiresAt: () => new Date(dependencies.realNow().getTime() + linkMinutes * 60_000).toISOString(),
      replies: [],
    };
  }

  function messageInput(activity: Activity, actor: PersonActor, showTyping: () => void): Input {
    const announced = filesIn(activity, { id: actor.personId, name: actor.name }, dependencies);
    if (announced.length === 0) return { kind: 'text', text: textOf(activity) };
    const files = announced.map((file) => ({
      ...file,
      keep: (fileId: string) => {
        showTyping();
        return file.keep(fileId);
      },
    }));
    return { kind: 'files', files };
  }

  async function run(context: TurnContext, state: State, turn: Turn): Promise<void> {
    setTurn(context, turn);
    await handleInput(turn, {
      dc: await dialogContext(context, state),
      focus: dependencies.focus,
      conversation: withoutThread(context.activity.conversation.id),
      isReviewersChannel: () => places.isReviewersChannel(context.activity),
    });
  }

  /** The press, or nothing once the presser has been told what is wrong with it. */
  async function pressOf(
    context: TurnContext,
    tell: (text: string) => Promise<unknown>,
  ): Promise<Input | undefined> {
    const press = readPress(context.activity);
    if (press.kind === 'action') return { kind: 'press', action: press.action, typed: press.typed };
    await tell(
      press.kind === 'malformed' ? messageText('unknownPress', {}, reader) : tooMuchText(press, reader),
    );
    return undefined;
  }

  async function greetChannel(context: TurnContext, actor: PersonActor | undefined): Promise<void> {
    if (!actor || !belongsInChannel(actor.kind)) return await sayUnknown(context);
    await context.sendActivity(cardMessage(welcomeCard({ audience: 'channel', name: actor.name }, reader)));
  }

  async function sayUnknown(context: TurnContext): Promise<void> {
    await context.sendActivity(messageText('unknownPerson', {}, reader));
  }

  return app;
}

/** The field is named by what it holds: a press does not say what stands above its inputs. */
function tooMuchText({ longest, total }: Extract<Press, { kind: 'tooMuchText' }>, reader: Reader): string {
  const beginning = shorten(oneLine(longest), 40);
  return messageText('tooMuchText', { total, length: longest.length, beginning }, reader);
}

const isRefresh = async ({ activity }: TurnContext): Promise<boolean> => readRefresh(activity) !== undefined;

const anything = /[\s\S]*/;
