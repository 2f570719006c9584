import { Temporal } from 'temporal-polyfill';

/** Whether it is the IANA name of a zone, such as `Europe/Stockholm`. An offset is not: it has no daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
