import { Temporal } from 'temporal-polyfill';

/** Whether it is an IANA name of a zone, such as `Europe/Stockholm`; an offset is none, because it has no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
