import type { LiveEvent, PanelView, State } from '../teams/views.ts';
import { fetchState } from './api.ts';
import { timeMoved } from './automaticRefresh.ts';
import { createChatModel } from './chatModel.ts';
import { type Column, createColumn } from './column.ts';
import { avatar, element } from './dom.ts';
import { createLiveUpdates } from './liveUpdates.ts';
import { createProgramTime } from './programTime.ts';
import { createSwitcher, type Shown } from './switcher.ts';
import { createUnread } from './unread.ts';

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`index.html has no ${selector}`);
  return found;
};

const panel = ({ id, name, role, url }: PanelView) => {
  const head = element(
    'header',
    { class: 'head' },
    avatar(name),
    element('div', { class: 'who' }, element('h2', {}, name), element('p', { class: 'quiet' }, role)),
  );
  const frame = element('iframe', { src: url, title: name });
  return element(
    'section',
    { class: 'column', 'data-person': id, 'data-testid': 'column', 'aria-label': name },
    head,
    frame,
  );
};

const connection = find<HTMLElement>('.connection');
const time = createProgramTime();
connection.before(time.element);

const build = (state: State) => {
  time.show(state.clock);
  const model = createChatModel();
  model.sync(state, Number.POSITIVE_INFINITY);
  const unread = createUnread(model);
  const names = new Map(state.people.map(({ id, name }) => [id, name]));
  document.title = `${state.bot.name} on this machine`;
  find('.top h1').textContent = state.bot.name;
  let onUnread = () => {};
  const columns: Column[] = state.people.map((person) =>
    createColumn(person, {
      model,
      unread,
      botName: state.bot.name,
      channels: state.channels,
      nameOf: (id) => names.get(id) ?? id,
      time,
      onUnread: () => onUnread(),
    }),
  );
  const panels: Shown[] = state.panels.map((each) => ({
    id: each.id,
    name: each.name,
    element: panel(each),
  }));
  const shown = [...columns, ...panels];
  find('main').append(...shown.map((each) => each.element));
  const switcher = createSwitcher(find('.switcher'), shown);
  onUnread = switcher.refresh;
  const refresh = () => {
    for (const column of columns) column.refreshUnread();
  };
  switcher.onChange(refresh);
  document.addEventListener('visibilitychange', refresh);
  return { model, columns };
};

const start = async () => {
  const { model, columns } = build(await fetchState());
  const setBlocked = (person: string, blocked: boolean) =>
    columns.find(({ id }) => id === person)?.setBlocked(blocked);
  const take = createLiveUpdates({
    fetchState,
    model,
    onState({ clock, people }) {
      time.show(clock);
      for (const { id, blocked } of people) setBlocked(id, blocked);
    },
    onClock(clock) {
      time.moved(clock);
      document.dispatchEvent(new Event(timeMoved));
    },
    onBlocked: setBlocked,
  });
  const events = new EventSource('/local/api/events');
  events.addEventListener('message', ({ data }) => {
    const event = JSON.parse(String(data)) as LiveEvent;
    if (event.kind === 'hello') connection.textContent = '';
    void take(event);
  });
  events.addEventListener('error', () => {
    connection.textContent = 'Not connected. Trying again…';
  });
};

await start();
