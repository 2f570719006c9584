// Above 200 lines: everything that the bot is built from, in one place.

import { randomUUID } from 'node:crypto';
import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { TurnContext } from 'botbuilder';
import type { Reader } from '../cards/kit/card.ts';
import { messageText } from '../cards/text/messages.ts';
import { type Calendar, createCalendar } from '../services/calendar/calendar.ts';
import { createClaims } from '../services/claims/claims.ts';
import { createProofTemplates } from '../services/claims/proof/proofTemplates.ts';
import { createUploads } from '../services/claims/proof/uploads.ts';
import { createDirectory } from '../services/directory/directoryService.ts';
import type { TenantLookup } from '../services/directory/tenantLookup/tenantLookup.ts';
import { defaultQuotas, type Quotas } from '../services/domain/quotas.ts';
import { createAddressBook } from '../services/outbox/addressBook.ts';
import { createBacklogWatch } from '../services/outbox/backlog.ts';
import { createDispatchLoop } from '../services/outbox/dispatchLoop.ts';
import { createLease } from '../services/outbox/lease.ts';
import { createShownCards } from '../services/outbox/shownCards.ts';
import { createWelcomes } from '../services/outbox/welcomes.ts';
import { createKeyedQueue } from '../services/queue/keyedQueue.ts';
import { type DocumentStore, StoreOutageError } from '../services/storage/documents/documentStore.ts';
import type { FileStore } from '../services/storage/files/fileStore.ts';
import { noAnswerOf } from '../services/storage/serviceFault.ts';
import { createBackground } from './background.ts';
import { keepCorrelation } from './keepCorrelation.ts';
import type { Logger } from './logger.ts';
import { createAlerts } from './messengers/alerts.ts';
import { createPosting } from './messengers/posting.ts';
import { invokeResponse, messageBody } from './replies/invokeResponse.ts';
import { createInOwnChat } from './replies/ownChat.ts';
import { createPostInChannel } from './replies/postInChannel.ts';
import { createSendReplies } from './replies/sendReplies.ts';
import { createSecurityLog } from './securityLog.ts';
import { createTeamsAdapter } from './teams/adapter.ts';
import { createAnsweredActivities } from './teams/answeredActivities.ts';
import { createApp } from './teams/app.ts';
import { attemptOf } from './teams/attemptOf.ts';
import type { Channel, Registration, TokenEndpoints } from './teams/authentication.ts';
import { type CallLimits, defaultCallLimits, insidePress } from './teams/callLimits.ts';
import { type ChatAddress, createChatAddresses, createZonesOf } from './teams/chatAddresses.ts';
import { type Cloud, clouds, endpointsOf } from './teams/clouds.ts';
import { createDialogStates } from './teams/dialogStates.ts';
import { createInConversation, type InConversation } from './teams/inConversation.ts';
import { createInputPace } from './teams/inputPace.ts';
import { createOwnCredentials } from './teams/ownCredentials.ts';
import { createReviewersChannel } from './teams/reviewersChannel.ts';
import { onlyLoopback, servicesAt } from './teams/serviceHosts.ts';
import { correlationNow, noteAttempt, tracedOnce, untraced } from './trace.ts';
import { checkTurn, filesInTurn, storeInTurn, TurnOverError, turnMs, withinTurn } from './turnLimit.ts';

export interface BotSettings extends Registration {
  /** Absent: the public cloud. */
  readonly cloud?: Cloud;
  /** Hosts of Teams' services, by full name; absent: those of the cloud. Without a registration, loopback only. */
  readonly serviceHosts?: readonly string[];
  /** Addresses for tokens; absent: those of the cloud. */
  readonly tokenEndpoints?: TokenEndpoints;
  /** How long calls to Teams may take. */
  readonly callLimits?: CallLimits;
  /** How long fetching the keys of Teams may take, in milliseconds. */
  readonly keysTimeoutMs?: number;
  readonly store: DocumentStore;
  readonly files: FileStore;
  /** Which tenant a customer's domain belongs to (R37). */
  readonly tenantLookup: TenantLookup;
  readonly fileHosts: readonly string[];
  /** How long fetching a file from the chat may take, in milliseconds. */
  readonly fetchTimeoutMs?: number;
  readonly logger: Logger;
  /** The clock for claims, drafts and messages. */
  readonly now: () => Date;
  readonly calendar?: Calendar;
  /** D22; absent: generous defaults. */
  readonly quotas?: Quotas;
  /** The reviewers' channel, by its conversation ID; absent: the first in which a reviewer installs the bot (D16). */
  readonly reviewersChannelId?: string;
  /** How many minutes an alert may wait before the log and `/ready` say so; absent: 15. */
  readonly alertsLateAfterMinutes?: number;
  /** How long an activity may take until it is answered, in milliseconds; absent: 9 s. */
  readonly turnMs?: number;
  /** How often the dispatcher checks for due alerts without being woken, in milliseconds. */
  readonly pollMs?: number;
}

/** How long one process has the exclusive right to send alerts, in milliseconds: also the pause after a crash. */
const leaseMs = 8000;
/**
 * The real time, for what others measure too (other processes, the storage that opens links); claims may have another.
 */
const realNow = () => new Date();

/** Builds the bot: services over the stores, the router over the services, the dispatcher over the router's adapter. */
export function createBot(settings: BotSettings) {
  const { tenantLookup, logger, appId, now, quotas = defaultQuotas } = settings;
  const store = storeInTurn(keepCorrelation(settings.store));
  const files = filesInTurn(settings.files);
  const security = createSecurityLog({ logger, secret: settings.appPassword });
  const adapter = createAdapter(settings);
  const directory = createDirectory(store, { now });
  const addressBook = createAddressBook<ChatAddress>(store);
  const shownCards = createShownCards(store);
  const calendar = settings.calendar ?? createCalendar();
  const claims = createClaims({
    store,
    directory,
    tenantLookup,
    calendar,
    now,
    zonesOf: createZonesOf(addressBook),
    quotas,
    // What is sent follows from whatever caused it, not from the press that happens to wake the dispatcher.
    committed: () => untraced(() => dispatchLoop.wake()),
  });
  const reader: Reader = { locale: 'en', centreZone: calendar.timeZone };
  const inConversation = createInConversation(adapter, appId);
  const uploads = createUploads({ store, files, claims, now, quotas });
  const dispatcher = createAlerts({
    ...{ store, directory, claims, addressBook, shownCards, reader, logger, now },
    reviewersChannelId: settings.reviewersChannelId,
    posting: createPosting({ adapter, appId, inConversation }),
    lease: createLease({ store, name: 'dispatcher', owner: randomUUID(), holdMs: leaseMs, now: realNow }),
  });
  const dispatchLoop = createDispatchLoop({
    dispatcher,
    pollMs: settings.pollMs ?? 2000,
    onError: (error) => logger.error({ err: error }, 'the dispatcher failed'),
  });
  const { pressMs } = settings.callLimits ?? defaultCallLimits;
  /** Somebody waits for these. */
  const inPress: InConversation = (...where) => insidePress(pressMs, () => inConversation(...where));
  const inOwnChat = createInOwnChat({ addressBook, inConversation: inPress, logger });
  const backlog = createBacklogWatch({
    ...{ store, now, lateAfterMs: (settings.alertsLateAfterMinutes ?? 15) * 60_000 },
    onLate: (late) => logger.error({ ...late }, 'alerts wait for long: npm run alerts says why'),
  });
  const background = createBackground({
    backlog,
    store,
    claims,
    uploads,
    calendar,
    now,
    dispatchLoop: dispatchLoop,
    logger,
  });
  const app = createApp({
    adapter,
    dialogStates: createDialogStates(store, now),
    claims: security.watch(claims),
    directory,
    sendReplies: createSendReplies({ shownCards, inOwnChat, logger }),
    chatAddresses: createChatAddresses(addressBook),
    reviewersChannel: createReviewersChannel({
      addressBook,
      channelId: settings.reviewersChannelId,
      now: realNow,
    }),
    postInChannel: createPostInChannel(inPress, logger),
    inOwnChat,
    welcomes: createWelcomes(store, realNow),
    addressBook,
    shownCards,
    files,
    uploads: security.watch(uploads),
    templates: security.watch(createProofTemplates({ store, claims, directory, now })),
    logger,
    reportRefusal: security.report,
    reader,
    fileHosts: settings.fileHosts,
    fetchTimeoutMs: settings.fetchTimeoutMs,
    now,
    realNow,
  });
  const queue = createKeyedQueue();
  const once = createAnsweredActivities();
  const inputPace = createInputPace({ quotas, reader, now: realNow });

  return {
    adapter,
    /** The work that runs without an incoming activity. */
    background,
    /** Handles one activity. Those of one conversation follow one another, so that each sees what was saved before. */
    run: (context: TurnContext) =>
      tracedOnce(async () => {
        noteAttempt(attemptOf(context.activity, security.hash));
        if (await inputPace.refuse(context)) return;
        await withinTurn(settings.turnMs ?? turnMs, () =>
          queue(context.activity.conversation.id, async () => {
            checkTurn();
            await once(context, () => app.run(context));
          }),
        );
      }),
    /** Alerts that wait for long, for `/ready`. */
    lateAlerts: backlog.late,
    /** Whether the store answers. */
    isHealthy: async () => {
      await store.read('health', 'health');
      return true;
    },
  };
}

export type Bot = ReturnType<typeof createBot>;

function createAdapter(settings: BotSettings): TeamsAdapter {
  const { logger } = settings;
  const adapter = createTeamsAdapter(settings, channelOf(settings));
  adapter.onTurnError = async (context, error) => {
    const id = correlationNow() ?? 'none';
    const { type, name } = context.activity;
    logger.error({ err: error, activity: type }, 'an activity failed');
    const away = isOutage(error);
    const text = messageText(away ? 'storageAway' : 'turnFailed', { id }, { locale: 'en' });
    if (type === 'invoke' && name === 'adaptiveCard/action') {
      // For an error, clients may show a sentence of their own; this one says what to do.
      if (away) return await invokeResponse(context, messageBody(text));
      const body = {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { code: 'InternalError', message: text },
      };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
      return;
    }
    // Answers to other invokes have no place for a text, so it is sent to the chat. With any other status Teams would
    // repeat the invoke three times by itself (github.com/microsoft/teams-sdk/issues/2004).
    if (type === 'invoke') {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
    }
    // The chat itself may have failed; then nobody can be informed.
    await context.sendActivity(text).catch((failure: unknown) => {
      logger.error({ err: failure }, 'the failure message could not be sent');
    });
  };
  return adapter;
}

/** Whether a store does not answer, which may pass. Dialogs wrap what goes wrong in them. */
function isOutage(error: unknown): boolean {
  if (error instanceof Error && error.name === 'DialogContextError' && 'error' in error)
    return isOutage(error.error);
  return (
    error instanceof TurnOverError || error instanceof StoreOutageError || noAnswerOf(error) !== undefined
  );
}

/** Who may send to this bot: Teams of its cloud or, without a registration, anybody on the same machine. */
function channelOf({ cloud = 'public', serviceHosts, tokenEndpoints, ...settings }: BotSettings): Channel {
  const { appId, appPassword, appTenantId, logger, keysTimeoutMs, callLimits } = settings;
  const endpoints = tokenEndpoints ?? endpointsOf(cloud, appTenantId);
  return {
    endpoints,
    credentials:
      appId === ''
        ? undefined
        : createOwnCredentials({ appId, appPassword, authority: endpoints.ToChannelFromBotLoginUrl }),
    issuer: endpoints.ToBotFromChannelTokenIssuer,
    isService: appId === '' ? onlyLoopback : servicesAt(serviceHosts ?? clouds[cloud].serviceHosts),
    logger,
    now: realNow,
    keysTimeoutMs,
    callLimits,
  };
}
