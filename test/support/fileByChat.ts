import { aPdf } from './aPdf.ts';
import type { ChatPerson } from './chatPerson.ts';
import { nextWithFreeLines } from './freeLines.ts';

const number = /C-[0-9A-Z]{4}-[0-9A-Z]{4}/;

const rightAnswers: Readonly<Record<string, string>> = {
  customerDomain: 'contoso.onmicrosoft.com',
  customerTenantId: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c',
  solutionArea: 'Microsoft365',
  activities: 'Usage',
  claimName: 'Contoso: Exchange rollout',
  lines: 'exchange-online',
  'customerContact.name': 'Carla Mendes',
  'customerContact.title': 'IT manager',
  'customerContact.email': 'carla.mendes@contoso.com',
  'customerContact.language': 'en',
  'partnerContact.name': 'Ana Ruiz',
  'partnerContact.email': 'ana.ruiz@fabrikam.example',
};

const fieldsOfStep: readonly (readonly string[])[] = [
  ['mpnId', 'customerDomain', 'customerTenantId'],
  ['solutionArea', 'activities'],
  ['claimName'],
  ['lines'],
  Object.keys(rightAnswers).filter((field) => field.includes('Contact.')),
];

/** What is filed: the MPN ID must be the company's own, the rest has right answers for Contoso. */
export type Filed = { readonly mpnId: string; readonly file?: string } & Readonly<Record<string, string>>;

/** Begins a draft and answers so many steps (at most five, up to the contacts); says its number. */
export async function draftByChat(person: ChatPerson, filed: Filed, steps = 5): Promise<string> {
  await person.say('new claim');
  const begun = await person.newestWith('Start another claim', 'Next');
  if (begun.buttons.includes('Start another claim')) await person.pressNewest('Start another claim');
  const answers = { ...rightAnswers, ...filed };
  for (const fields of fieldsOfStep.slice(0, steps)) {
    const typed = Object.fromEntries(fields.map((field) => [field, answers[field] ?? '']));
    if (fields.includes('lines') && !filed.lines) await nextWithFreeLines(person, typed);
    else await person.pressNewest('Next', typed);
  }
  return numberOn((await person.newestWith('Next')).text);
}

/** Files and submits a claim without a browser; says its number. */
export async function submitByChat(person: ChatPerson, filed: Filed): Promise<string> {
  const drafted = await draftByChat(person, filed);
  await person.attach(filed.file ?? 'Statement of work.pdf', aPdf('Statement of work for Contoso'), drafted);
  await person.pressNewest('Next');
  await person.pressNewest('Next', { comment: filed.comment ?? '' });
  await person.pressNewest('Submit');
  return drafted;
}

function numberOn(text: string): string {
  const found = number.exec(text)?.[0];
  if (!found) throw new Error(`No claim number on the card: ${text}`);
  return found;
}
