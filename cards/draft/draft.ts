import type { Draft } from '../../services/domain/claim.ts';
import { shownDomain } from '../../services/domain/form/shownAddress.ts';
import type { Lanes } from '../kit/buttons.ts';
import type { Notice, Reader } from '../kit/card.ts';
import { type Fact, type Header, type Maybe, statusBadge, type TextPart } from '../kit/parts.ts';
import { createTemplate } from '../kit/render.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

interface DraftData {
  readonly header: Header;
  readonly notice: Maybe<Notice>;
  readonly intro: readonly TextPart[];
  readonly facts: readonly Fact[];
  /** Small print. */
  readonly notes: readonly TextPart[];
  readonly buttons: Maybe<Lanes>;
}

/** Cards about a draft, other than the steps of its form, share one template. */
export const renderDraft = createTemplate<DraftData>('draft');

const longestName = 100;

/** The claim's name as it stands in the draft, or that it has none yet. */
export const draftName = (claimName: string | undefined, reader: Reader): string =>
  plain(shorten(claimName?.trim() ?? '', longestName)) || wordsFor(reader)('drafts.unnamed');

/** The same for a toast, which reads no Markdown. */
export const draftNameInToast = (claimName: string | undefined, reader: Reader): string =>
  shorten(claimName?.trim() ?? '', 60) || wordsFor(reader)('drafts.unnamed');

/** The customer's domain as it was typed. */
export const draftCustomer = ({ answers }: Draft): string =>
  plain(shorten(shownDomain(answers.customerDomain ?? ''), longestName));

/** The top of such a card: the number, Editing, and what it is about. */
export const draftHeader = (
  { number, title, about }: { readonly number: string; readonly title: string; readonly about?: string },
  reader: Reader,
): Header => ({
  eyebrow: number,
  badge: [statusBadge('Editing', reader)],
  title,
  subtitle: about ? [{ text: about }] : [],
});
