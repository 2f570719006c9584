import { deepEqual, equal } from 'node:assert/strict';
import { z } from 'zod/v4';
import { calendarOf, calendarSettings } from '../../../bot/calendarSettings.ts';

const read = (settings: Readonly<Record<string, string>>) => z.object(calendarSettings).safeParse(settings);

describe('When the review centre’s calendar is set (R78)', () => {
  it('keeps US federal holidays, Saturday and Sunday, in Los Angeles unless told otherwise', () => {
    const { data } = read({});
    deepEqual(data, {
      CALENDAR_COUNTRY: 'US',
      CALENDAR_TIME_ZONE: 'America/Los_Angeles',
      CALENDAR_WEEKEND: '6,7',
    });
    equal(
      data && calendarOf(data).endOfBusinessDay('2026-11-25T18:00:00.000Z', 1),
      '2026-11-28T08:00:00.000Z',
    );
  });

  it('follows another country, zone and weekend', () => {
    const { data } = read({
      CALENDAR_COUNTRY: 'AE',
      CALENDAR_TIME_ZONE: 'Asia/Dubai',
      CALENDAR_WEEKEND: '5,6',
    });
    equal(
      data && calendarOf(data).endOfBusinessDay('2026-08-06T08:00:00.000Z', 1),
      '2026-08-09T20:00:00.000Z',
    );
  });

  it('takes a week without a weekend', () => {
    const { data } = read({ CALENDAR_WEEKEND: '' });
    equal(data && calendarOf(data).isBusinessDay('2026-11-22'), true);
  });

  const wrongs: readonly Readonly<Record<string, string>>[] = [
    { CALENDAR_COUNTRY: 'us of a' },
    { CALENDAR_TIME_ZONE: 'Pacific' },
    { CALENDAR_WEEKEND: 'Sat,Sun' },
    { CALENDAR_WEEKEND: '6;7' },
    { CALENDAR_WEEKEND: '0' },
    { CALENDAR_WEEKEND: '1,2,3,4,5,6,7' },
  ];
  for (const wrong of wrongs) {
    it(`refuses ${JSON.stringify(wrong)}, naming the setting`, () => {
      const { error } = read(wrong);
      deepEqual(
        error?.issues.map(({ path }) => path[0]),
        Object.keys(wrong),
      );
    });
  }
});
