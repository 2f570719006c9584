import type { ListedClaim } from '../../services/claims/lists/views.ts';
import { shownDomain } from '../../services/domain/form/shownAddress.ts';
import type { Lanes } from '../kit/buttons.ts';
import type { AdaptiveCardContent, Notice, Reader } from '../kit/card.ts';
import { decides } from '../kit/decides.ts';
import type { Amounts } from '../kit/fit.ts';
import { type Badge, type Header, type Maybe, statusBadge, type TextPart, texts } from '../kit/parts.ts';
import { createTemplate } from '../kit/render.ts';
import type { Action } from '../kit/verbs.ts';
import { clientDateTime } from '../text/dates.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { type ListedWhen, listedWhen } from './listedWhen.ts';
import type { ListFilter } from './listFilter.ts';

interface ListData {
  readonly header: Header;
  readonly notice: Maybe<Notice>;
  readonly intro: readonly TextPart[];
  readonly claims: readonly PlacedRow[];
  /** A note about claims that are not listed. */
  readonly after: readonly TextPart[];
  readonly filter: Maybe<ListFilter>;
  readonly buttons: Maybe<Lanes>;
}

/** One claim of a list: pressing it opens it; with `addText`, pressing that adds something to it. */
export interface ListedRow extends ListedWhen {
  readonly openTitle: string;
  readonly open: Action;
  readonly addText?: string;
  readonly name: string;
  readonly about: readonly TextPart[];
  readonly status: string;
  readonly color: Badge['color'];
  readonly number: string;
  readonly mark: readonly TextPart[];
}

interface PressedRow extends ListedRow {
  readonly verb: Action['verb'];
}

/** A row as the template places it (D15): its text on the left is pressed, or what stands in the lane on the right. */
interface PlacedRow {
  readonly tapped: Maybe<PressedRow>;
  readonly still: Maybe<PressedRow>;
}

const render = createTemplate<ListData>('list');

/** Lists of claims and of drafts share one template; most have no filter. */
export const renderList = ({
  claims,
  ...data
}: Omit<ListData, 'after' | 'filter' | 'claims'> &
  Partial<Pick<ListData, 'after' | 'filter'>> & {
    readonly claims: readonly ListedRow[];
  }): AdaptiveCardContent => render({ after: [], filter: [], ...data, claims: claims.map(placed) });

function placed(row: ListedRow): PlacedRow {
  const pressed = [{ ...row, verb: row.open.verb }];
  return decides(row.open) ? { tapped: [], still: pressed } : { tapped: pressed, still: [] };
}

/** When a list was read: its card is never updated, so its counts of days are as of that time. */
export const listEyebrow = (asOf: string, reader: Reader): string =>
  `${wordsFor(reader)('list.eyebrow')} · ${clientDateTime(asOf)}`;

/** One claim of a list: pressing it opens it, or goes on with the draft. */
export function listedRow(claim: ListedClaim, { nameLength }: Amounts, reader: Reader): ListedRow {
  const t = wordsFor(reader);
  const { text, color } = statusBadge(claim.status, reader);
  const about = [
    claim.partnerName,
    claim.customerName,
    shownDomain(claim.customerDomain ?? ''),
    claim.ownedBy && t('drafts.ownedBy', { name: claim.ownedBy }),
  ]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plain(shorten(part ?? '', nameLength)));
  const open: Action =
    claim.status === 'Editing'
      ? { verb: 'claim.resume', number: claim.number }
      : { verb: 'claim.open', number: claim.number };
  return {
    openTitle: t('list.openClaim', { number: claim.number }),
    open,
    name: plain(shorten(claim.claimName ?? '', nameLength)) || t('drafts.unnamed'),
    about: texts(about.join(' · ')),
    status: text,
    color,
    number: claim.number,
    mark: texts(claim.contested && t('list.contested')),
    ...listedWhen(claim, reader),
  };
}
