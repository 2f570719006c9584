import { z } from 'zod/v4';
import { filingSteps } from '../../services/domain/answers.ts';
import { claimStatuses } from '../../services/domain/claim.ts';
import { editParts } from '../../services/domain/form/fields.ts';
import { limits } from '../../services/domain/limits.ts';
import { helpTopics } from '../help/helpTopics.ts';

const number = z.string().regex(/^C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
const version = z.number().int().nonnegative();
const step = z.enum(filingSteps);
const proof = z.string().min(1).max(200);
const part = z.enum(editParts);
const pageKey = z.array(z.union([z.string().max(300), z.number()])).max(5);
const listPlace = { after: pageKey.optional(), before: z.number().int().positive().max(100_000).optional() };
const target = { number, version };
/** D15: the button stood on the left, since the one before it was pressed on the right. */
const lane = { moved: z.boolean().optional() };
const filter = z.object({
  status: z.enum(claimStatuses).optional(),
  customer: z.string().min(1).max(limits.domain).optional(),
});
/** Waiting files, by their IDs in the file store. */
const files = z
  .array(z.string().regex(/^[0-9a-f]{32}$/))
  .min(1)
  .max(10);

/** The forms a claim's card can turn into. */
export const claimForms = ['answer', 'comment', 'requestInformation', 'reject'] as const;

/** A form that a button opens. */
export type OpenedForm = (typeof claimForms)[number];

/** Every button's data. `number` is an address, `version` shows whether the card is stale; neither is a right. */
export const actionSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('claim.new'), fresh: z.boolean().optional() }),
  z.object({ verb: z.literal('claim.resume'), number, step: step.optional() }),
  z.object({
    verb: z.literal('claim.next'),
    step,
    number: number.optional(),
    version: version.optional(),
    /** Which new claim this first step belongs to: one card may file two claims in a row with the same answers. */
    begun: z.guid().optional(),
  }),
  z.object({ verb: z.literal('claim.back'), step, number: number.optional(), version: version.optional() }),
  z.object({ verb: z.literal('claim.goTo'), ...target, step }),
  z.object({ verb: z.literal('claim.submit'), ...target, ...lane }),
  z.object({ verb: z.literal('claim.list'), ...listPlace, filter: filter.optional() }),
  /** The values of the list's inputs narrow it. */
  z.object({ verb: z.literal('claim.filter') }),
  z.object({ verb: z.literal('claim.open'), number, form: z.enum(claimForms).optional() }),
  z.object({
    verb: z.literal('claim.comment'),
    ...target,
    ...lane,
    withDeadline: z.boolean().optional(),
    form: z.literal('comment').optional(),
  }),
  z.object({ verb: z.literal('claim.resubmit'), ...target, ...lane }),
  z.object({ verb: z.literal('claim.copy'), number, after: number.optional() }),
  z.object({ verb: z.literal('claim.edit'), number, part: part.optional() }),
  z.object({ verb: z.literal('claim.saveEdit'), ...target, ...lane, part }),
  z.object({ verb: z.literal('claim.leaveEdit'), number, part }),
  z.object({
    verb: z.literal('claim.history'),
    number,
    olderThan: version.optional(),
    newerThan: version.optional(),
  }),
  z.object({ verb: z.literal('channel.move'), channel: z.string().min(1).max(200) }),
  z.object({ verb: z.literal('channel.keep'), channel: z.string().min(1).max(200) }),
  z.object({ verb: z.literal('claim.copyIds'), number }),
  z.object({ verb: z.literal('draft.takeOver'), ...target }),
  /** With a step: from the form, where something may be typed. */
  z.object({
    verb: z.literal('draft.delete'),
    ...target,
    ...lane,
    step: step.optional(),
    confirmed: z.boolean().optional(),
  }),
  z.object({
    verb: z.literal('proof.open'),
    number,
    proof,
    /** From the question whether to approve, with its number of competing claims that wait. */
    approving: version.optional(),
  }),
  z.object({ verb: z.literal('proof.remove'), ...target, ...lane, proof, confirmed: z.boolean().optional() }),
  z.object({ verb: z.literal('proof.template'), number }),
  z.object({ verb: z.literal('file.add'), files, number, ...lane }),
  z.object({ verb: z.literal('file.ask'), files, after: pageKey.optional() }),
  z.object({ verb: z.literal('file.newClaim'), files }),
  z.object({ verb: z.literal('file.discard'), files, ...lane }),
  z.object({ verb: z.literal('review.queue'), ...listPlace }),
  z.object({ verb: z.literal('review.start'), ...target }),
  z.object({ verb: z.literal('review.takeOver'), ...target }),
  z.object({ verb: z.literal('review.requestInformation'), ...target, ...lane }),
  z.object({
    verb: z.literal('review.approve'),
    ...target,
    ...lane,
    confirmed: z.boolean().optional(),
    competing: version.optional(),
  }),
  z.object({ verb: z.literal('review.reject'), ...target, ...lane, confirmed: z.boolean().optional() }),
  z.object({
    verb: z.literal('contest.open'),
    customerTenantId: z.guid(),
    slot: z.string().regex(/^(workload|subscription):[a-z0-9-]{1,60}$/),
    from: version.max(1000).optional(),
  }),
  z.object({
    verb: z.literal('help.open'),
    topic: z.enum(helpTopics).optional(),
    /** The pressed card is being filled in: help stands below it. */
    below: z.boolean().optional(),
  }),
]);

/** What a press says: the verb with its data, without the inputs. */
export type Action = z.infer<typeof actionSchema>;

/** What a client asks for by itself when a claim's card comes into sight. No button has it, and it changes nothing. */
export const refreshSchema = z.object({ verb: z.literal('claim.refresh'), number });

/** The data of a card's `refresh`. */
export type RefreshData = z.infer<typeof refreshSchema>;
