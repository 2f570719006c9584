import { ok } from 'node:assert/strict';
import { wordsFor } from '../../cards/text/words.ts';
import { aPdf } from '../support/aPdf.ts';
import type { CardOnPage } from '../support/cardOnPage.ts';

/** What one test of the story hands to the next. */
export interface Story {
  /** Ana's card of the claim. */
  card?: CardOnPage;
  /** Rita's card of it, in her own chat. */
  reviewCard?: CardOnPage;
  number?: string;
}

/** The words of the cards, as an English reader sees them. */
export const t = wordsFor({ locale: 'en' });

/** Contoso, of the demo directory. */
export const customerTenantId = '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c';
export const customerDomain = 'contoso.onmicrosoft.com';

export const statementOfWork = {
  name: 'Statement of work.pdf',
  content: aPdf('Statement of work for Contoso'),
};
export const signedPage = { name: 'Signed page 3.pdf', content: aPdf('Signed on page 3') };

export const planWithDates = { name: 'Plan with dates.pdf', content: aPdf('Plan with dates') };

/** Who can be asked about the claim, by input. */
export const contacts = {
  'customerContact.name': 'Carla Mendes',
  'customerContact.title': 'IT manager',
  'customerContact.email': 'carla.mendes@contoso.com',
  'partnerContact.name': 'Ana Ruiz',
  'partnerContact.email': 'ana.ruiz@fabrikam.example',
} as const;

/** Values that the earlier tests of the story have left. */
export function left<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The story has not come so far.');
  return value;
}

/** Fails unless the text says all of it, one after the other. */
export function readsInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    ok(at >= 0, `“${part}” is not in its place in:\n${text}`);
    from = at + part.length;
  }
}

/** A claim's number, wherever it stands in the text. */
export function numberIn(text: string): string {
  const number = /C-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
  if (!number) throw new Error(`No claim number in: ${text}`);
  return number;
}
