import type { Names } from '../../services/domain/catalogue.ts';
import type { Activity, InformationReason } from '../../services/domain/claim.ts';
import type { Programme } from '../../services/domain/partner.ts';
import type { Locale, Reader } from '../kit/card.ts';
import { wordsFor } from './words.ts';

const conjunctions: Readonly<Record<Locale, Intl.ListFormat>> = { en: new Intl.ListFormat('en-GB') };

/** "a, b and c". */
export const joinTexts = (items: readonly string[], { locale }: Reader): string =>
  conjunctions[locale].format(items);

const disjunctions: Readonly<Record<Locale, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** "a, b or c". */
export const either = (items: readonly string[], { locale }: Reader): string =>
  disjunctions[locale].format(items);

/** "Presales and Usage". */
export function activitiesText(activities: readonly Activity[], reader: Reader): string {
  const t = wordsFor(reader);
  return joinTexts(
    activities.map((activity) => t(`activity.${activity}`)),
    reader,
  );
}

/** "OSA-Sell and OSU-Microsoft 365". */
export function programmesText(programmes: readonly Programme[], reader: Reader): string {
  const t = wordsFor(reader);
  return joinTexts(
    programmes.map((programme) => t(`programme.${programme}`)),
    reader,
  );
}

/** A Markdown list of what a reviewer asked for (R80). */
export function reasonsText(reasons: readonly InformationReason[], reader: Reader): string {
  const t = wordsFor(reader);
  return reasons.map((reason) => `- ${t(`reason.${reason}`)}`).join('\n');
}

/** The display name of a product or workload; an unknown ID is shown as it is. */
export const nameOf = (id: string, names: Names): string => names[id] ?? id;

const kib = 1024;
const sizeFormats: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
};

/** "340 KB" or "2.4 MB". */
export function fileSize(bytes: number, reader: Reader): string {
  const t = wordsFor(reader);
  const number = sizeFormats[reader.locale];
  if (bytes >= kib * kib) return t('size.mib', { size: number.format(bytes / kib / kib) });
  return t('size.kib', { size: number.format(Math.max(1, Math.round(bytes / kib))) });
}
