import { ActivityTypes, type TurnContext } from 'botbuilder';
import { answerTemplateOffer } from '../actions/answerTemplateOffer.ts';
import { isConsent, readConsent } from '../replies/fileCards.ts';
import { type NotSaved, saveFile } from '../replies/saveFile.ts';
import { transferring } from '../turnLimit.ts';
import type { AppDependencies } from './appDependencies.ts';
import { beginInteraction } from './beginInteraction.ts';
import { sayUnknown } from './recogniseSender.ts';

/** Whether the activity is a response to an offered file. */
export const isFileConsent = async ({ activity }: TurnContext): Promise<boolean> => isConsent(activity);

/** Allow or Decline on an offered file: the answer goes to the chat, and Teams gets an acknowledgement. */
export async function onFileConsent(context: TurnContext, dependencies: AppDependencies): Promise<void> {
  const interaction = await beginInteraction(context, { kind: 'text', text: '' }, dependencies);
  if (!interaction) await sayUnknown(context, dependencies.reader);
  else {
    const save = (url: string, bytes: Buffer<ArrayBuffer>) =>
      transferring(() => saveOrLog(url, bytes, dependencies));
    const reply = await answerTemplateOffer(interaction, readConsent(context.activity), save);
    await dependencies.sendReplies.answerConsent(context, reply);
  }
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
}

async function saveOrLog(
  url: string,
  bytes: Buffer<ArrayBuffer>,
  dependencies: AppDependencies,
): Promise<NotSaved | undefined> {
  const why = await saveFile(url, bytes, dependencies);
  if (why === 'foreign host') dependencies.reportRefusal('foreignHost');
  if (why)
    dependencies.logger.warn({ host: new URL(url).host, why }, 'a file could not be saved for somebody');
  return why;
}
