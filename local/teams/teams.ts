import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TimeMachine } from '../clock/timeMachine.ts';
import { createActivities, installerOf } from './activities.ts';
import { createBotClient } from './botClient.ts';
import { type ChatStore, createChatStore } from './chatStore.ts';
import { createConnector } from './connector.ts';
import { createConversing } from './conversing.ts';
import { createFileConsent } from './fileConsent.ts';
import { createLiveEvents, type LiveEvents } from './liveEvents.ts';
import { createPageApi } from './pageApi.ts';
import { type Channel, createRoster, type Person, type Roster } from './people.ts';
import { createPressing } from './pressing.ts';
import { openDatabase } from './schema.ts';
import { createTeamsRoutes } from './teamsRoutes.ts';
import { createUploads, type Uploads } from './uploads.ts';
import type { PanelView } from './views.ts';

/** Who is there, where the bot listens, and where things are kept. */
export interface TeamsSettings {
  readonly people: readonly Person[];
  readonly channels?: readonly Channel[];
  /** Further pages of the same origin, each shown as a column, e.g. the customer's mailbox. */
  readonly panels?: readonly PanelView[];
  /** The SQLite file; attached files go to a folder `uploads` beside it. */
  readonly file: string;
  /** E.g. `http://127.0.0.1:3978/api/messages`. */
  readonly botEndpoint: string;
  /** Own address without a slash at the end; the bot gets it as `serviceUrl`. */
  readonly baseUrl: string;
  /** The app id; Teams puts `28:` before it. */
  readonly botId: string;
  readonly botName: string;
  /** The time of chats and of what people send; absent: the real time. */
  readonly now?: () => Date;
  /** Absent: time cannot be moved. */
  readonly timeMachine?: TimeMachine;
  /** Milliseconds after which Teams gives up waiting for the bot's answer; 15 s if absent. */
  readonly botTimeout?: number;
}

/** A stand-in for Microsoft Teams on one machine: the Bot Connector for the bot, a page for people. */
export type Teams = ReturnType<typeof createTeams>;

/** Opens the database and connects the parts; nothing is sent before `start`. */
export const createTeams = (settings: TeamsSettings) => {
  const { people, channels = [], file } = settings;
  const now = settings.now ?? (() => new Date());
  mkdirSync(dirname(file), { recursive: true });
  const database = openDatabase(file);
  const roster = createRoster(people, channels);
  const live = createLiveEvents();
  const store = createChatStore(database, now);
  // Links expire by the real time, which is also the time of the bot that fetches the file.
  const uploads = createUploads({
    database,
    folder: join(dirname(file), 'uploads'),
    now: () => new Date(),
  });
  const { handle, conversing } = connectParts(settings, { roster, live, store, uploads, now });

  return {
    /** A plain node handler; false for a path that is not its own. Own are `/`, `/local/…` and `/v3/…`. */
    handle,

    /** Tells the bot about every chat that it does not know yet. Call it once the bot listens. */
    async start() {
      for (const person of people) await conversing.install(person, roster.chatOf(person));
      for (const channel of channels) {
        const installer = roster.personOf(installerOf(channel) ?? '');
        if (installer) await conversing.install(installer, { kind: 'channel', chat: channel.id, channel });
      }
    },

    /** The open pages hear nothing more. */
    closePages: () => live.close(),

    close() {
      live.close();
      database.close();
    },
  };
};

interface Parts {
  readonly roster: Roster;
  readonly live: LiveEvents;
  readonly store: ChatStore;
  readonly uploads: Uploads;
  readonly now: () => Date;
}

/** What people do, what the bot calls and what the page asks, over the same chats and files. */
const connectParts = (settings: TeamsSettings, { now, ...parts }: Parts) => {
  const { panels = [], botEndpoint, baseUrl, botId, botName, timeMachine } = settings;
  const botClient = createBotClient({ endpoint: botEndpoint, timeout: settings.botTimeout ?? 15_000 });
  const bot = { id: botId.startsWith('28:') ? botId : `28:${botId}`, name: botName };
  const activities = createActivities({ bot, serviceUrl: baseUrl, now });
  const toBot = { ...parts, activities, botClient, botName, baseUrl };
  const conversing = createConversing(toBot);
  const press = createPressing({ ...toBot, conversing });
  const fileConsent = createFileConsent(toBot);
  const connector = createConnector({ ...toBot, serviceUrl: baseUrl });
  const pageApi = createPageApi({ ...toBot, conversing, press, fileConsent, panels, timeMachine });
  return { conversing, handle: createTeamsRoutes({ ...parts, connector, pageApi, fileConsent }) };
};
