import type {
  FieldError,
  FieldErrorData,
  FieldErrorWithData,
  PlainFieldErrorCode,
} from '../../services/domain/form/fieldError.ts';
import type { Reader } from '../kit/card.ts';
import { type Words, wordsFor } from './words.ts';

/** A code without its row does not compile, nor does a row that leaves out a placeholder of its text. */
type FieldErrorWords = { readonly [C in PlainFieldErrorCode]: (t: Words) => string } & {
  readonly [C in keyof FieldErrorData]: (t: Words, data: FieldErrorData[C]) => string;
};

const words: FieldErrorWords = {
  required: (t) => t('error.required'),
  tooLong: (t, data) => t('error.tooLong', data),
  notAGuid: (t) => t('error.notAGuid'),
  notADomain: (t) => t('error.notADomain'),
  microsoftPage: (t) => t('error.microsoftPage'),
  severalIds: (t) => t('error.severalIds'),
  severalDomains: (t) => t('error.severalDomains'),
  severalEmails: (t) => t('error.severalEmails'),
  notAnEmail: (t) => t('error.notAnEmail'),
  emailWithoutHost: (t) => t('error.emailWithoutHost'),
  notOffered: (t) => t('error.notOffered'),
  chosenTwice: (t) => t('error.chosenTwice'),
  notYourMpnId: (t) => t('error.notYourMpnId'),
  activityNotInArea: (t) => t('error.activityNotInArea'),
  revenueAssociationAlone: (t) => t('error.revenueAssociationAlone'),
  answerMissing: (t) => t('error.answerMissing'),
  tooMany: (t, data) => t('error.tooMany', data),
  subscriptionNeeded: (t) => t('error.subscriptionNeeded'),
  domainAndTenantDiffer: (t) => t('error.domainAndTenantDiffer'),
  domainUnknown: (t) => t('error.domainUnknown'),
  tenantUnavailable: (t) => t('error.tenantUnavailable'),
  productNotOnTenant: (t) => t('error.productNotOnTenant'),
  notForDynamics: (t) => t('error.notForDynamics'),
  boughtThroughCsp: (t) => t('error.boughtThroughCsp'),
  notProvisioned: (t) => t('error.notProvisioned'),
  alreadyClaimed: (t, { number, activity }) =>
    t('error.alreadyClaimed', { number, activity: t(`activity.${activity}`) }),
  notThisCustomers: (t) => t('error.notThisCustomers'),
  notActive: (t) => t('error.notActive'),
  otherChannel: (t) => t('error.otherChannel'),
  lastLine: (t) => t('error.lastLine'),
  arbitrationNeeded: (t) => t('error.arbitrationNeeded'),
};

/** What is wrong with a field, and what right looks like. */
export function fieldErrorText(error: FieldError, reader: Reader): string {
  const t = wordsFor(reader);
  return 'data' in error ? textWithData(error, t) : words[error.code](t);
}

function textWithData<C extends keyof FieldErrorData>(
  { code, data }: FieldErrorWithData<C>,
  t: Words,
): string {
  const own: { readonly [K in keyof FieldErrorData]: (t: Words, data: FieldErrorData[K]) => string } = words;
  return own[code](t, data);
}
