import type { TimeMachine } from '../clock/timeMachine.ts';
import type { ChatStore } from './chatStore.ts';
import { chatIdOf, type Person, type Roster, userIdOf } from './people.ts';
import type { PanelView, PersonView, State } from './views.ts';

/** Where the state is read; without a time machine it has no clock. */
export interface PageStateDeps {
  readonly roster: Roster;
  readonly store: ChatStore;
  readonly botName: string;
  readonly panels: readonly PanelView[];
  readonly timeMachine: TimeMachine | undefined;
}

/** What the page shows when it opens: everything there is to see, or (the newest) messages of one chat only. */
export const createPageState = ({ roster, store, botName, panels, timeMachine }: PageStateDeps) => {
  const personView = (person: Person): PersonView => ({
    id: person.id,
    name: person.name,
    role: person.role,
    userId: userIdOf(person),
    chat: chatIdOf(person),
    channels: roster.channels.filter((each) => each.members.includes(person.id)).map(({ id }) => id),
    blocked: store.flag(`blocked:${person.id}`),
  });

  return (only: string | undefined, newest?: number): State => {
    const chats = [...roster.people.map(chatIdOf), ...roster.channels.map(({ id }) => id)]
      .filter((chat) => only === undefined || chat === only)
      .map((chat) => ({ chat, ...store.latest(chat, newest) }));
    return {
      bot: { name: botName },
      people: roster.people.map(personView),
      channels: roster.channels.map(({ id, name, teamName }) => ({ id, name, teamName })),
      panels,
      ...(timeMachine ? { clock: timeMachine.view() } : {}),
      messages: chats.flatMap(({ messages }) => messages).sort((a, b) => a.seq - b.seq),
      shortened: chats.flatMap(({ chat, shortened }) => (shortened ? [chat] : [])),
    };
  };
};
