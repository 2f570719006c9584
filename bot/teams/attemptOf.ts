import type { Activity } from 'botbuilder';
import { actionSchema, refreshSchema } from '../../cards/kit/verbs.ts';
import { isConsent } from '../replies/fileCards.ts';
import type { Attempt } from '../trace.ts';
import { senderOf } from './identity.ts';
import { readRefresh, verbOf } from './incoming.ts';

const verbs: ReadonlySet<string> = new Set([
  ...actionSchema.options.map(({ shape }) => shape.verb.value),
  refreshSchema.shape.verb.value,
]);

/** What the activity's sender tries. A verb is named only if it is ours: any other is a text of the sender's. */
export function attemptOf(activity: Activity, hash: (personId: string) => string): Attempt {
  const sender = senderOf(activity);
  const verb = verbOf(activity);
  return {
    what: whatOf(activity, verb),
    ...(verb === undefined ? {} : { verb: verbs.has(verb) ? verb : 'unknown' }),
    ...(sender ? { person: hash(sender) } : {}),
  };
}

function whatOf(activity: Activity, verb: string | undefined): Attempt['what'] {
  const { type, name } = activity;
  if (readRefresh(activity)) return 'refresh';
  if (isConsent(activity)) return 'consent';
  if (verb !== undefined || name === 'adaptiveCard/action') return 'press';
  if (type === 'message' || type === 'invoke') return type;
  return type === 'installationUpdate' || type === 'conversationUpdate' ? 'installation' : 'other';
}
