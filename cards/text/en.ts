import { channel } from './en/channel.ts';
import { claim } from './en/claim.ts';
import { clock } from './en/clock.ts';
import { contest } from './en/contest.ts';
import { digest } from './en/digest.ts';
import { drafts } from './en/drafts.ts';
import { edit } from './en/edit.ts';
import { fields } from './en/fields.ts';
import { files } from './en/files.ts';
import { filing } from './en/filing.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { messages } from './en/messages.ts';
import { refusals } from './en/refusals.ts';
import { review } from './en/review.ts';
import { shared } from './en/shared.ts';
import { template } from './en/template.ts';
import { topics } from './en/topics.ts';

/** Every English text, by key. */
export const en = {
  ...shared,
  ...fields,
  ...filing,
  ...channel,
  ...drafts,
  ...files,
  ...template,
  ...claim,
  ...review,
  ...clock,
  ...contest,
  ...digest,
  ...edit,
  ...history,
  ...help,
  ...topics,
  ...messages,
  ...refusals,
} as const;
