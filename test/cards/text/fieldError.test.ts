import { doesNotMatch, equal, match } from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { fieldErrorText } from '../../../cards/text/fieldError.ts';
import type {
  FieldErrorCode,
  FieldErrorData,
  FieldErrorWithData,
} from '../../../services/domain/form/fieldError.ts';

/** One error of each code: a code without its sample does not compile, nor a sample without its data. */
const samples: {
  readonly [C in FieldErrorCode]: C extends keyof FieldErrorData
    ? FieldErrorWithData<C>
    : { readonly code: C };
} = {
  required: { code: 'required' },
  tooLong: { code: 'tooLong', data: { limit: 100, length: 131 } },
  notAGuid: { code: 'notAGuid' },
  notADomain: { code: 'notADomain' },
  microsoftPage: { code: 'microsoftPage' },
  severalIds: { code: 'severalIds' },
  severalDomains: { code: 'severalDomains' },
  severalEmails: { code: 'severalEmails' },
  notAnEmail: { code: 'notAnEmail' },
  emailWithoutHost: { code: 'emailWithoutHost' },
  notOffered: { code: 'notOffered' },
  notYourMpnId: { code: 'notYourMpnId' },
  activityNotInArea: { code: 'activityNotInArea' },
  revenueAssociationAlone: { code: 'revenueAssociationAlone' },
  answerMissing: { code: 'answerMissing' },
  tooMany: { code: 'tooMany', data: { limit: 20 } },
  subscriptionNeeded: { code: 'subscriptionNeeded' },
  domainAndTenantDiffer: { code: 'domainAndTenantDiffer' },
  domainUnknown: { code: 'domainUnknown' },
  tenantUnavailable: { code: 'tenantUnavailable' },
  productNotOnTenant: { code: 'productNotOnTenant' },
  notForDynamics: { code: 'notForDynamics' },
  boughtThroughCsp: { code: 'boughtThroughCsp' },
  notProvisioned: { code: 'notProvisioned' },
  alreadyClaimed: { code: 'alreadyClaimed', data: { number: 'C-7F3K-9Q2M', activity: 'RevenueAssociation' } },
  notThisCustomers: { code: 'notThisCustomers' },
  notActive: { code: 'notActive' },
  otherChannel: { code: 'otherChannel' },
  lastLine: { code: 'lastLine' },
  arbitrationNeeded: { code: 'arbitrationNeeded' },
  chosenTwice: { code: 'chosenTwice' },
};

describe('Every field error (R43)', () => {
  for (const error of Object.values(samples))
    it(`${error.code} says what is wrong and what a right value looks like, with every placeholder filled`, () => {
      const text = fieldErrorText(error, reader);
      match(text, /^\p{Lu}.*[.]$/su);
      doesNotMatch(text, /[{}]|undefined|null|NaN|\[object/);
    });

  it('differs from all others', () => {
    const texts = Object.values(samples).map((error) => fieldErrorText(error, reader));
    equal(new Set(texts).size, texts.length);
  });

  const said: readonly (readonly [error: FieldErrorWithData, words: readonly RegExp[]])[] = [
    [samples.tooLong, [/131 characters/, /At most 100/]],
    [samples.tooMany, [/at most 20 /]],
    [samples.alreadyClaimed, [/C-7F3K-9Q2M/, /Revenue association/]],
  ];
  for (const [error, words] of said)
    it(`${error.code} says what is known of it`, () => {
      for (const word of words) match(fieldErrorText(error, reader), word);
    });
});
