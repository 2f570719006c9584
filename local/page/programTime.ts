import type { ClockView, Jump } from '../teams/views.ts';
import { jumpInTime } from './api.ts';
import { element } from './dom.ts';
import { aheadText, centreTime, reachedText } from './words.ts';

/** A minute's change must be seen soon after it. */
const tickEvery = 5_000;
const noteShownFor = 20_000;

const jumps: readonly { readonly to: Jump; readonly name: string; readonly title: string }[] = [
  {
    to: 'businessDay',
    name: 'Next business day',
    title: 'Moves the program’s clock to 09:00 of the next business day',
  },
  { to: 'week', name: 'Next week', title: 'Moves the program’s clock by seven days' },
  {
    to: 'deadline',
    name: 'Next deadline',
    title: 'Moves the program’s clock to what happens next by itself',
  },
];

/** The program's time in the page's header, with the buttons that move it. */
export type ProgramTime = ReturnType<typeof createProgramTime>;

export const createProgramTime = () => {
  let clock: ClockView = { aheadMs: 0, timeZone: 'UTC' };
  let forgetNote = 0;
  const listeners: (() => void)[] = [];
  const time = element('time', { 'data-testid': 'program-time' });
  const ahead = element('span', { class: 'clock-ahead', 'data-testid': 'program-ahead' });
  const note = element('span', { class: 'clock-note', role: 'status', 'data-testid': 'program-note' });
  const now = () => new Date(Date.now() + clock.aheadMs);

  const say = (text: string) => {
    window.clearTimeout(forgetNote);
    note.textContent = text;
    forgetNote = window.setTimeout(() => note.replaceChildren(), noteShownFor);
  };

  const buttons = jumps.map(({ to, name, title }) => {
    const button = element('button', { type: 'button', title, 'data-testid': `jump-${to}` }, name);
    button.addEventListener('click', () => void go(to));
    return button;
  });
  const whole = element(
    'section',
    { class: 'clock', 'aria-label': 'Program time', hidden: true },
    element(
      'span',
      { class: 'clock-time' },
      element('span', { class: 'clock-label' }, 'Program time: '),
      time,
      ahead,
    ),
    element('span', { class: 'clock-jumps' }, ...buttons),
    note,
  );

  const go = async (to: Jump) => {
    if (whole.ariaBusy === 'true') return;
    lock(true);
    say('Moving the clock…');
    try {
      const jumped = await jumpInTime(to);
      moved(jumped.clock);
      say(jumped.reached ? reachedText(jumped.reached, jumped.more) : '');
    } catch (error) {
      console.error(error);
      say('The clock could not be moved. Please try again.');
    }
    lock(false);
  };
  /** Not `disabled`: that would take the focus away from people who use the keyboard. */
  const lock = (busy: boolean) => {
    whole.setAttribute('aria-busy', String(busy));
    for (const button of buttons) button.setAttribute('aria-disabled', String(busy));
  };

  const tick = () => {
    time.textContent = centreTime(now(), clock.timeZone);
    time.dateTime = now().toISOString();
    ahead.textContent = aheadText(clock.aheadMs);
    for (const listener of listeners) listener();
  };
  window.setInterval(tick, tickEvery);

  /** As given by the page's state, also after a restart. Absent: time cannot be moved. */
  const show = (said: ClockView | undefined) => {
    whole.hidden = said === undefined;
    if (said) clock = said;
    tick();
  };
  /** After a jump; if two answers cross on the way, the later time wins. */
  const moved = (said: ClockView) => {
    if (said.aheadMs > clock.aheadMs) show(said);
  };

  return {
    element: whole,
    /** What time it is for the program. */
    now,
    show,
    moved,
    /** Called when the time has moved on, by itself or by a jump. */
    onTick: (listener: () => void) => void listeners.push(listener),
  };
};
