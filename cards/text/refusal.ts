import { assertNever } from '../../services/assertNever.ts';
import { activities, claimStatuses } from '../../services/claims/claim.ts';
import type { FieldError } from '../../services/claims/form/answers.ts';
import type { Refusal } from '../../services/refusal.ts';
import type { Reader } from '../card.ts';
import { dayAt, deadline } from './dates.ts';
import { plain, shorten, shortFileName } from './markdown.ts';
import { whomToAsk } from './whomToAsk.ts';
import { type Words, wordsFor } from './words.ts';

const reviewerCommands: readonly string[] = [
  'startReview',
  'takeOverReview',
  'requestInformation',
  'approve',
  'reject',
  'queue',
];

/** One clear sentence on why something was not done, and what to do next. */
export function refusalText(refusal: Refusal, reader: Reader): string {
  const t = wordsFor(reader);
  const { code, data = {} } = refusal;
  switch (code) {
    case 'notAllowed': {
      const names = whomToAsk(refusal.ask ?? [], reader);
      if (data.side === 'reviewer') return t('refusal.notAllowedFile');
      if (reviewerCommands.includes(String(data.command))) return t('refusal.notAllowedReview');
      return names ? t('refusal.notAllowedAsk', { names }) : t('refusal.notAllowed');
    }
    case 'notFound':
      if (data.side === 'reviewer') return t('refusal.notFoundReviewer');
      return t(data.side === 'partner' ? 'refusal.notFoundPartner' : 'refusal.notFound');
    case 'draftDeleted':
      return draftDeletedText(data, reader);
    case 'rivalCounts':
    case 'rivalHolds':
      return t(`refusal.${code}`, { numbers: data.numbers ?? '' });
    case 'wrongStatus': {
      const status = claimStatuses.find((known) => known === data.status) ?? 'Editing';
      const key = data.command === 'edit' ? 'refusal.wrongStatusEdit' : 'refusal.wrongStatus';
      return t(key, { status: t(`status.${status}`) });
    }
    case 'tooLate':
      return data.until
        ? t('refusal.tooLate', { deadline: deadline(String(data.until), reader) })
        : t('refusal.tooLateNoDate');
    case 'fileTooLarge':
      return t('refusal.fileTooLarge', { limitMiB: data.limitMiB ?? 25 });
    case 'fileCount':
      return t('refusal.fileCount', { limit: data.limit ?? 20 });
    case 'fileNameDiffers': {
      const kind = data.kind ?? '';
      if (!data.ending) return t('refusal.fileNameWithoutEnding', { kind });
      return t('refusal.fileNameDiffers', { kind, ending: data.ending });
    }
    case 'fileContentDiffers': {
      const ending = data.ending ?? '';
      if (!data.kind) return t('refusal.fileContentUnknown', { ending });
      return t('refusal.fileContentDiffers', { kind: data.kind, ending });
    }
    case 'fileTwice':
      return t('refusal.fileTwice', { name: fileName(data.name) });
    case 'fileAdded':
      return t('refusal.fileAdded', { file: fileName(data.file), number: data.number ?? '' });
    case 'fileDiscarded':
      return t('refusal.fileDiscarded', { file: fileName(data.file) });
    default:
      return t(`refusal.${code}`);
  }
}

function draftDeletedText(data: NonNullable<Refusal['data']>, reader: Reader): string {
  const t = wordsFor(reader);
  const number = data.number ?? '';
  const day = data.at ? dayAt(String(data.at), reader) : '';
  if (data.own) return t('refusal.draftDeletedOwn', { number, day });
  if (!data.by) return t('refusal.draftDeleted', { number, day });
  return t('refusal.draftDeletedBy', { number, day, name: plain(shorten(String(data.by), 100)) });
}

const fileName = (name: string | number | undefined): string => plain(shortFileName(String(name ?? ''), 60));

/** What is wrong with a field, and what right looks like. */
export function fieldErrorText(error: FieldError, reader: Reader): string {
  return textOfError(error, wordsFor(reader));
}

function textOfError({ code, data = {} }: FieldError, t: Words): string {
  switch (code) {
    case 'tooLong':
      return t('error.tooLong', { limit: data.limit ?? '', length: data.length ?? '' });
    case 'alreadyClaimed': {
      const activity = activities.find((known) => known === data.activity) ?? 'Usage';
      return t('error.alreadyClaimed', { number: data.number ?? '', activity: t(`activity.${activity}`) });
    }
    case 'tooMany':
      return t('error.tooMany', { limit: data.limit ?? 20 });
    case 'required':
    case 'answerMissing':
    case 'notAGuid':
    case 'notADomain':
    case 'microsoftPage':
    case 'severalIds':
    case 'severalDomains':
    case 'severalEmails':
    case 'notAnEmail':
    case 'emailWithoutHost':
    case 'notOffered':
    case 'chosenTwice':
    case 'notYourMpnId':
    case 'activityNotInArea':
    case 'revenueAssociationAlone':
    case 'subscriptionNeeded':
    case 'domainAndTenantDiffer':
    case 'domainUnknown':
    case 'tenantUnavailable':
    case 'productNotOnTenant':
    case 'notThisCustomers':
    case 'notForDynamics':
    case 'boughtThroughCsp':
    case 'otherChannel':
    case 'notActive':
    case 'notProvisioned':
    case 'arbitrationNeeded':
    case 'lastLine':
      return t(`error.${code}`);
    default:
      return assertNever(code);
  }
}
