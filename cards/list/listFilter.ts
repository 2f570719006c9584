import type { ClaimFilter, ClaimList } from '../../services/claims/lists/views.ts';
import { type ClaimStatus, claimStatuses } from '../../services/domain/claim.ts';
import { oneLine } from '../../services/domain/form/paste/cleanText.ts';
import { button, type Lanes, lanes } from '../kit/buttons.ts';
import type { Reader } from '../kit/card.ts';
import { choiceField, type Field, textField } from '../kit/fields.ts';
import type { Amounts } from '../kit/fit.ts';
import type { Maybe } from '../kit/parts.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

/** IDs of the filter's inputs; what is typed in them does not count as text that must not be lost. */
const inputs = { status: 'filterStatus', customer: 'filterCustomer' } as const;
const everyStatus = 'all';

/** Fields and button that narrow a list (R68). */
export interface ListFilter {
  readonly fields: readonly Field[];
  readonly buttons: Maybe<Lanes>;
}

type Typed = Readonly<Record<string, string | undefined>>;

/** What was typed outside a list's filter. */
export const outsideFilter = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([id]) => id !== inputs.status && id !== inputs.customer));

/** The filter as it was entered; undefined if it does not narrow the list. */
export function readFilter(typed: Typed): ClaimFilter | undefined {
  const status = claimStatuses.find((known) => known === typed[inputs.status]);
  const customer = oneLine(typed[inputs.customer] ?? '');
  if (!status && customer === '') return undefined;
  return { ...(status ? { status } : {}), ...(customer === '' ? {} : { customer }) };
}

/** A company's list can be narrowed by status and customer; one without claims has nothing to narrow. */
export function listFilter(list: ClaimList, { echoLength }: Amounts, reader: Reader): Maybe<ListFilter> {
  const { kind, filter, claims, refused, customersRead } = list;
  const isNarrowed = filter !== undefined || refused !== undefined;
  if (kind !== 'mine' || (claims.length === 0 && !isNarrowed)) return [];
  const t = wordsFor(reader);
  const status = choiceField(
    {
      id: inputs.status,
      label: t('filter.status'),
      style: 'compact',
      value: filter?.status ?? everyStatus,
      choices: [
        { value: everyStatus, title: t('filter.everyStatus') },
        ...claimStatuses.map((value) => ({ value, title: t(`status.${value}`) })),
      ],
    },
    {},
    reader,
  );
  const customer = textField(
    {
      id: inputs.customer,
      label: t('filter.customer'),
      placeholder: t('filter.customerExample'),
      value: shorten(refused?.customer ?? filter?.customer ?? '', echoLength),
    },
    {
      error: refused?.error,
      after: [
        customersRead === undefined
          ? t('filter.customerHelp')
          : t('filter.manyCustomers', { count: customersRead }),
      ],
    },
    reader,
  );
  const buttons = [
    button(t('filter.apply'), { verb: 'claim.filter' }),
    isNarrowed && button(t('filter.drop'), { verb: 'claim.list' }),
  ];
  return [{ fields: [status, customer], buttons: lanes(buttons) }];
}

/** What the list is narrowed to, in words. */
export function filterText({ status, customer }: ClaimFilter, reader: Reader): string {
  const t = wordsFor(reader);
  const named = customer && plain(shorten(customer, 60));
  const said = status && statusText(status, reader);
  if (said && named) return t('filter.both', { status: said, customer: named });
  return said
    ? t('filter.onlyStatus', { status: said })
    : t('filter.onlyCustomer', { customer: named ?? '' });
}

const statusText = (status: ClaimStatus, reader: Reader): string => wordsFor(reader)(`status.${status}`);
