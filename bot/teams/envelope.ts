import { z } from 'zod/v4';

/** A field that nothing depends on: of a wrong shape, it counts as absent. */
const ifRight = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const account = z.looseObject({
  id: z.string().min(1),
  name: ifRight(z.string()),
  aadObjectId: z.string().nullish(),
});

/** Anything may stand there, but it is the tenant in it by which the sender is known. */
const channelData = z.preprocess(
  (data) => (typeof data === 'object' && !Array.isArray(data) ? data : undefined),
  z.looseObject({ tenant: z.looseObject({ id: z.string().nullish() }).nullish() }).nullish(),
);

/**
 * An activity, as far as this bot and the SDK read it; other fields are left out. Among them is `deliveryMode`, with
 * which a sender would get the bot's messages as the answer, instead of Teams.
 */
const envelope = z.object({
  type: z.string().min(1),
  id: z.string().nullish(),
  name: z.string().nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    name: ifRight(z.string()),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    isGroup: ifRight(z.boolean()),
  }),
  recipient: account,
  text: z.string().nullish(),
  textFormat: ifRight(z.string()),
  value: z.unknown(),
  replyToId: z.string().nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
  entities: z.array(z.looseObject({})).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  action: z.string().nullish(),
  channelData,
  locale: ifRight(z.string()),
  timestamp: ifRight(z.iso.datetime({ offset: true })),
  localTimestamp: ifRight(z.iso.datetime({ offset: true })),
  localTimezone: ifRight(z.string()),
});

/** The fields of an activity that are read. */
export const readFields: readonly string[] = Object.keys(envelope.shape);

/** An activity that was read, or the fields that are missing or wrong. */
export type ReadEnvelope =
  | { readonly activity: Readonly<Record<string, unknown>> }
  | { readonly wrong: readonly string[] };

/** Reads the body of a request before the SDK does: on a field of another shape, the SDK fails in the middle of a turn. */
export function readEnvelope(body: unknown): ReadEnvelope {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => path.join('.') || 'body');
    return { wrong: [...new Set(wrong)] };
  }
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined && value !== null);
  return { activity: Object.fromEntries(given) };
}
