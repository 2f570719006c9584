import assert from 'node:assert/strict';
import { isTimeZone } from '../../../services/calendar/timeZone.ts';

describe('When a client says which zone it is in', () => {
  for (const name of ['Europe/Stockholm', 'America/Los_Angeles', 'Asia/Calcutta', 'UTC'])
    it(`takes ${name}`, () => assert.equal(isTimeZone(name), true));

  for (const name of ['', '+02:00', 'Pacific Standard Time', 'Mars/Olympus_Mons', '2026-11-23', 'Europe/'])
    it(`does not take “${name}”`, () => assert.equal(isTimeZone(name), false));
});
