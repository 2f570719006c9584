import type { ClockView, LiveEvent, State } from '../teams/views.ts';
import type { ChatModel } from './chatModel.ts';

/** Who on the page is told what has changed. */
export interface LiveUpdateDeps {
  readonly fetchState: () => Promise<State>;
  readonly model: ChatModel;
  /** What else of the state is shown than messages. */
  readonly onState: (state: State) => void;
  readonly onClock: (clock: ClockView) => void;
  readonly onBlocked: (person: string, blocked: boolean) => void;
}

/**
 * Handles live events one after another. The state may have been read before an event but arrive after it, so events
 * wait while the state is being fetched; otherwise the older state would remove what is new.
 */
export const createLiveUpdates = ({ fetchState, model, onState, onClock, onBlocked }: LiveUpdateDeps) => {
  const catchUp = async () => {
    const known = model.newest();
    const state = await fetchState();
    onState(state);
    model.sync(state, known);
  };

  const fillUp = async () => {
    const known = model.newest();
    model.fill(await fetchState(), known);
  };

  const follow = async (event: LiveEvent) => {
    if (event.kind === 'hello') return catchUp();
    if (event.kind === 'clock') return onClock(event.clock);
    if (event.kind === 'blocked') return onBlocked(event.person, event.blocked);
    model.receive(event);
    if (model.lacksRootOf(event)) await fillUp();
  };

  let taken = Promise.resolve();
  return (event: LiveEvent): Promise<void> => {
    taken = taken.then(() => follow(event)).catch(console.error);
    return taken;
  };
};
