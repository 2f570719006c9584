import type { Activity } from 'botbuilder';
import type { Reader } from '../../cards/kit/card.ts';
import { shorten } from '../../cards/text/markdown.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { Input } from '../../dialogs/interaction.ts';
import type { ReportRefusal } from '../../dialogs/refusedAccess.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import { oneLine } from '../../services/domain/form/paste/cleanText.ts';
import { type Press, readPress } from './incoming.ts';

/** The press as an input; or undefined after `tell` has sent the presser what is wrong with it. */
export async function pressInput(
  activity: Activity,
  { reader, reportRefusal }: { readonly reader: Reader; readonly reportRefusal: ReportRefusal },
  tell: (text: string) => Promise<unknown>,
): Promise<Input | undefined> {
  const press = readPress(activity);
  switch (press.kind) {
    case 'action':
      return {
        kind: 'press',
        action: press.action,
        typed: press.typed,
        ...(press.card ? { card: press.card } : {}),
      };
    case 'malformed':
      reportRefusal('forged');
      await tell(messageText('unknownPress', {}, reader));
      return undefined;
    case 'tooMuchText':
      await tell(tooMuchText(press, reader));
      return undefined;
    default:
      return assertNever(press);
  }
}

/** The field is identified by its text, because a press does not contain the labels of its inputs. */
function tooMuchText({ longest, total }: Extract<Press, { kind: 'tooMuchText' }>, reader: Reader): string {
  const beginning = shorten(oneLine(longest), 40);
  return messageText('tooMuchText', { total, length: longest.length, beginning }, reader);
}
