import type { ClaimView } from '../../services/claims/views.ts';
import { type EditPart, editParts } from '../../services/domain/form/fields.ts';
import type { CardInput } from '../claim/claimCardView.ts';
import { claimedLines, contactsFacts, mpnFacts } from '../claim/claimDetails.ts';
import { renderForm } from '../filing/filing.ts';
import { emptyContent } from '../filing/stepContent.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { type Amounts, fitting } from '../kit/fit.ts';
import { type Group, group } from '../kit/groups.ts';
import { type Fact, type Header, statusBadge, texts } from '../kit/parts.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

/** What of a submitted claim can be edited (R89), as it stands, each with a way to its form. */
export function editMenuCard(view: ClaimView, reader: Reader): Card {
  const t = wordsFor(reader);
  const { number } = view.claim;
  const title = t('edit.title');
  return {
    content: fitting((amounts) =>
      renderForm({
        ...emptyContent,
        progress: [],
        header: editHeader(view, title, { amounts, reader }),
        notice: [],
        intro: texts(t('edit.help')),
        groups: editParts.map((part) => changeable(part, { view, amounts, reader })),
        notes: texts(t('edit.proofElsewhere', { number })),
        buttons: lanes([button(t('edit.back'), { verb: 'claim.open', number })]),
      }),
    ),
    summary: t('edit.summary', { number, title }),
  };
}

function changeable(part: EditPart, input: CardInput): Group {
  const t = wordsFor(input.reader);
  const { number } = input.view.claim;
  return {
    ...partGroup(part, input),
    change: [
      {
        text: t('action.change'),
        title: t(`edit.${part}`),
        verb: 'claim.edit',
        data: { verb: 'claim.edit', number, part },
      },
    ],
  };
}

/** A part of the claim as it is saved; a fact with the same name as its group is shown without that name. */
export function partGroup(part: EditPart, input: CardInput, { compact = false } = {}): Group {
  const heading = partTitle(part, input.view, input.reader);
  const facts = partFacts(part, input);
  const named = facts.filter(({ title }) => title !== heading);
  const values = facts.filter(({ title }) => title === heading).map(({ value }) => value);
  if (!compact) return group(heading, named, texts(...values));
  const listed = named.map(({ title, value }) => `- ${title}: ${value}`).join('\n');
  return group(heading, [], texts(...values, listed));
}

function partFacts(part: EditPart, input: CardInput): Fact[] {
  if (part === 'mpnId') return mpnFacts(input);
  return part === 'lines' ? claimedLines(input) : contactsFacts(input);
}

function partTitle(part: EditPart, { claim }: ClaimView, reader: Reader): string {
  const t = wordsFor(reader);
  if (part === 'mpnId') return t('field.mpnId');
  if (part === 'contacts') return t('group.contacts');
  return t(claim.details.solutionArea === 'Microsoft365' ? 'field.workloads' : 'field.products');
}

/** The top of a card on which a claim is edited. */
export function editHeader(
  { claim }: ClaimView,
  title: string,
  { amounts, reader }: { readonly amounts: Amounts; readonly reader: Reader },
): Header {
  const name = plain(shorten(claim.details.claimName, Math.min(60, amounts.nameLength)));
  return {
    eyebrow: claim.number,
    badge: [statusBadge(claim.status, reader)],
    title,
    subtitle: texts(name),
  };
}
