import type { Activity, TurnContext } from 'botbuilder';
import type { Reader } from '../../cards/kit/card.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { Quotas } from '../../services/domain/quotas.ts';
import { invokeResponse, messageBody } from '../replies/invokeResponse.ts';
import { senderOf, tenantOf } from './identity.ts';
import { readRefresh } from './incoming.ts';

const minuteMs = 60_000;
/** Teams asks for cards by itself whenever somebody looks at a chat: several for each press. */
const refreshesForEachInput = 5;

export interface InputPaceDependencies {
  readonly quotas: Pick<Quotas, 'inputsOfPerson' | 'inputsOfCompany'>;
  readonly reader: Reader;
  /** The real time. */
  readonly now: () => Date;
}

/**
 * D22: limits what one person and one company send in a minute, by what Teams has authenticated. It is counted in this
 * process, without a read: with several processes each counts its own.
 */
export function createInputPace({ quotas, reader, now }: InputPaceDependencies) {
  let counts = new Map<string, number>();
  let minute = 0;

  /** Counts one more under each key, and says whether all are within their limits, and whether this is the first beyond. */
  function count(limitsByKey: ReadonlyMap<string, number>): 'within' | 'firstBeyond' | 'beyond' {
    const present = Math.floor(now().getTime() / minuteMs);
    if (present !== minute) {
      counts = new Map();
      minute = present;
    }
    let excess = 0;
    for (const [key, most] of limitsByKey) {
      const counted = (counts.get(key) ?? 0) + 1;
      counts.set(key, counted);
      excess = Math.max(excess, counted - most);
    }
    if (excess <= 0) return 'within';
    return excess === 1 ? 'firstBeyond' : 'beyond';
  }

  /** Answers an activity that comes too fast; false if it is within the limits and is still to be handled. */
  async function refuse(context: TurnContext): Promise<boolean> {
    const { activity } = context;
    // What Teams tells by itself, such as an installation, is no input.
    if (activity.type !== 'message' && activity.type !== 'invoke') return false;
    const counted = count(limitsFor(activity, quotas));
    if (counted === 'within') return false;
    const text = messageText('tooFast', {}, reader);
    if (activity.type === 'invoke') {
      const isRefresh = readRefresh(activity) !== undefined;
      const said = isRefresh ? messageText('notRefreshed', {}, reader) : text;
      await invokeResponse(context, messageBody(said));
      // One sentence for a flood of messages: an answer to each would be another flood.
    } else if (counted === 'firstBeyond' && activity.type === 'message') await context.sendActivity(text);
    return true;
  }

  return { refuse };
}

export type InputPace = ReturnType<typeof createInputPace>;

function limitsFor(
  activity: Activity,
  { inputsOfPerson, inputsOfCompany }: InputPaceDependencies['quotas'],
): ReadonlyMap<string, number> {
  const kind = readRefresh(activity) === undefined ? 'input' : 'refresh';
  const factor = kind === 'input' ? 1 : refreshesForEachInput;
  const person = senderOf(activity) ?? activity.from.id;
  return new Map([
    [`${kind}|person|${person}`, inputsOfPerson * factor],
    [`${kind}|company|${tenantOf(activity) ?? ''}`, inputsOfCompany * factor],
  ]);
}
