import { type FilingStep, filingSteps } from '../../services/domain/answers.ts';
import type { ChatPerson, SeenCard } from './chatPerson.ts';
import { nextWithFreeLines } from './freeLines.ts';

export const contosoTenant = '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c';

/** What Ana of Fabrikam answers at each step before the proof: Microsoft 365 at Contoso, two workloads. */
export const answered = {
  customer: {
    mpnId: '4512087',
    customerDomain: 'contoso.onmicrosoft.com',
    customerTenantId: contosoTenant,
  },
  activity: { solutionArea: 'Microsoft365', activities: 'Usage' },
  name: { claimName: 'Contoso adoption' },
  lines: { lines: 'exchange-online,teams' },
  contacts: {
    'customerContact.name': 'Cleo Park',
    'customerContact.title': 'CIO',
    'customerContact.email': 'cleo@contoso.com',
    'customerContact.language': 'en',
    'partnerContact.name': 'Ana Ruiz',
    'partnerContact.email': 'ana.ruiz@fabrikam.example',
  },
} as const satisfies Record<string, Record<string, string>>;

type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Starts a claim and answers step by step until `step` stands open. Answers of one's own overlay Ana's. */
export async function fillInTo(person: ChatPerson, step: FilingStep, typed: Typed = {}): Promise<SeenCard> {
  await person.say('new claim');
  // An alert may have come in between.
  const first = await person.newestWith('Start another claim', 'Next');
  if (first.buttons.includes('Start another claim')) await person.press(first, 'Start another claim');
  for (const at of filingSteps.slice(0, filingSteps.indexOf(step))) {
    // With its number: a request that is open elsewhere could be meant too (D17).
    if (at === 'proof')
      await person.attach(
        'statement-of-work.pdf',
        '%PDF-1.7 signed by Cleo Park',
        numberOn(await person.newestWith('Get the template')),
      );
    const own: Readonly<Record<string, string>> = at in answered ? answered[at as keyof typeof answered] : {};
    if (at === 'lines' && !typed.lines) await nextWithFreeLines(person, own);
    else await person.pressNewest('Next', { ...own, ...typed[at] });
  }
  return await person.card();
}

/** Files a claim and gives its number. */
export async function fileClaim(person: ChatPerson, typed: Typed = {}): Promise<string> {
  const review = await fillInTo(person, 'review', typed);
  await person.press(review, 'Submit');
  return numberOn(review);
}

/** The claim number that a card shows. */
export function numberOn({ text }: SeenCard): string {
  const number = /C-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
  if (!number) throw new Error(`No claim number on the card:\n${text}`);
  return number;
}
