import type { Line } from '../services/claims/claim.ts';
import type { FieldChange, HistoryEvent } from '../services/claims/history.ts';
import type { Names } from '../services/claims/views.ts';
import type { Reader } from './card.ts';
import { contactLanguages } from './filing/contactsStep.ts';
import { fieldTitle } from './filing/fieldTitle.ts';
import { nameOf } from './text/lists.ts';
import { plain, shorten } from './text/markdown.ts';
import { wordsFor } from './text/words.ts';

type Edited = Omit<Extract<HistoryEvent, { kind: 'ClaimEdited' }>, 'kind'>;

/** Characters of a value, and of a product's name. */
const longest = { value: 100, name: 60 };

/** What an edit changed, each as a point of a Markdown list; a product's new subscription is both removed and added. */
export function editedText({ changes, added, removed }: Edited, names: Names, reader: Reader): string {
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
  const name = (id: string): string => plain(shorten(nameOf(id, names), longest.name));
  if (line.kind === 'workload') return name(line.workload);
  const { product, subscriptionId: subscription } = line;
  return wordsFor(reader)('claim.productLine', { product: name(product), subscription });
}

function changeText({ field, from, to }: FieldChange, names: Names, reader: Reader): string {
  const t = wordsFor(reader);
  const shown = (value: string): string => {
    const language = contactLanguages.find((known) => known === value);
    if (field === 'customerContact.language' && language) return t(`language.${language}`);
    return plain(shorten(value, longest.value));
  };
  const title = fieldTitle(field, names, reader);
  return t('edited.changed', { field: title, from: shown(from), to: shown(to) });
}
