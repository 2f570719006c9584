import type { Names } from '../../services/domain/catalogue.ts';
import { ruleOf } from '../../services/domain/form/fieldLookup.ts';
import { shownEmail } from '../../services/domain/form/shownAddress.ts';
import type { Changes, FieldChange } from '../../services/domain/history.ts';
import { type Line, lineIdOf } from '../../services/domain/line.ts';
import { contactLanguages } from '../filing/contactsStep.ts';
import { fieldTitle } from '../filing/fieldTitle.ts';
import type { Reader } from '../kit/card.ts';
import { joinTexts, nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

/** Characters of a value, and of a product's name. */
const longest = { value: 100, name: 60 };
/** Changes named right after saving; History has them all. */
const most = 6;

/** What an edit changed (R96), each as a point of a Markdown list; a product's new subscription is both removed and added. */
export function editedText({ changes, added, removed }: Changes, names: Names, reader: Reader): string {
  const t = wordsFor(reader);
  return [
    ...removed.map((line) => t('edited.removed', { line: lineText(line, names, reader) })),
    ...added.map((line) => t('edited.added', { line: lineText(line, names, reader) })),
    ...changes.map((change) => changeText(change, names, reader)),
  ]
    .map((point) => `- ${point}`)
    .join('\n');
}

function lineText(line: Line, names: Names, reader: Reader): string {
  if (line.kind === 'workload') return lineName(line, names);
  const { subscriptionId: subscription } = line;
  return wordsFor(reader)('claim.productLine', { product: lineName(line, names), subscription });
}

const lineName = (line: Line, names: Names): string =>
  plain(shorten(nameOf(lineIdOf(line), names), longest.name));

function changeText({ field, from, to }: FieldChange, names: Names, reader: Reader): string {
  const t = wordsFor(reader);
  const { value } = ruleOf(field);
  const shown = (said: string): string => {
    const language = contactLanguages.find((known) => known === said);
    if (value === 'language' && language) return t(`language.${language}`);
    return plain(shorten(value === 'email' ? shownEmail(said) : said, longest.value));
  };
  const title = fieldTitle(field, names, reader);
  return t('edited.changed', { field: title, from: shown(from), to: shown(to) });
}

/** What an edit changed, in one sentence for the person who has just saved it; the earlier values are in History. */
export function savedText({ changes, added, removed }: Changes, names: Names, reader: Reader): string {
  const t = wordsFor(reader);
  const all = [
    ...added.map((line) => t('edit.savedAdded', { line: lineName(line, names) })),
    ...removed.map((line) => t('edit.savedRemoved', { line: lineName(line, names) })),
    ...changes.map(({ field }) => t('edit.savedChanged', { field: fieldTitle(field, names, reader) })),
  ];
  if (all.length === 0) return t('edit.savedBefore');
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const more = all.length > most ? [t('edit.savedMore', { count: all.length - shown.length })] : [];
  const saved = t('edit.saved', { what: joinTexts([...shown, ...more], reader) });
  // R58: somebody who adds a line should check the proof of execution too.
  return added.length > 0 ? `${saved}\n\n${t('edit.savedProof')}` : saved;
}
