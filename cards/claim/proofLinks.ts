import type { Maybe } from '../kit/parts.ts';
import { shortFileName } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';

/** A panel with links to files. */
export interface Links {
  readonly help: string;
  readonly files: readonly { readonly title: string; readonly url: string }[];
}

/** Links made for the person who pressed "Open", valid for some minutes. */
export function proofLinks({ view, reader }: CardInput): Maybe<Links> {
  const t = wordsFor(reader);
  const [first] = view.proofLinks ?? [];
  if (!first) return [];
  return [
    {
      help: t('proofLink.help', { count: first.minutes }),
      files: (view.proofLinks ?? []).map(({ name, url }) => ({
        title: t('proofLink.title', { file: shortFileName(name, 40) }),
        url,
      })),
    },
  ];
}
