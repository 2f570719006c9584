import { createCalendar } from '../../services/calendar/calendar.ts';
import type { Reader } from '../kit/card.ts';

/** The review centre's calendar with its default settings. */
export const sampleCalendar = createCalendar();

/** Who reads the samples. */
export const sampleReader: Reader = { locale: 'en', centreZone: sampleCalendar.timeZone };

/** When the samples are looked at: a Saturday. */
export const sampleNow = '2026-11-21T18:00:00.000Z';
