import assert from 'node:assert/strict';
import {
  isCurrentReminder,
  isOvertaken,
  isStillNews,
  newsForPartner,
} from '../../../services/claims/news.ts';
import type { ClaimView } from '../../../services/claims/views.ts';
import { claimStatuses } from '../../../services/domain/claim.ts';
import { aClaim } from '../../support/aClaim.ts';

describe('When an alert goes out late', () => {
  it('reports a status only while the claim has it', () => {
    const told = (event: Parameters<typeof isStillNews>[0]) =>
      claimStatuses.filter((status) => isStillNews(event, status));
    assert.deepEqual(told('actionRequired'), ['PartnerActionRequired']);
    assert.deepEqual(told('approved'), ['Approved']);
    assert.deepEqual(told('rejected'), ['Rejected']);
    assert.deepEqual(told('newClaim'), ['Submitted']);
    assert.deepEqual(told('resubmitted'), ['Submitted']);
    assert.equal(told('partnerComment').length, claimStatuses.length);
  });

  it('is overtaken once the claim has left its status, or has reached it once more (R99)', () => {
    const asked = aClaim({ status: 'PartnerActionRequired', version: 9, statusVersion: 7 });
    const alert = (event: Parameters<typeof isStillNews>[0], version: number) =>
      isOvertaken({ event, version }, asked);
    assert.deepEqual([alert('actionRequired', 3), alert('actionRequired', 7)], [true, false]);
    assert.deepEqual([alert('approved', 8), alert('resubmitted', 5)], [true, true]);
    assert.deepEqual([alert('reviewerComment', 2), alert('changed', 2)], [false, false]);
  });

  it('tells a partner who has missed it what the claim waits for, or how it was decided (R99)', () => {
    assert.deepEqual(claimStatuses.map(newsForPartner), [
      undefined,
      undefined,
      undefined,
      'actionRequired',
      'approved',
      'rejected',
    ]);
  });
});

describe('When a reminder goes out (R79)', () => {
  const view = (overrides: Partial<ClaimView> = {}): ClaimView => ({
    claim: aClaim({ status: 'PartnerActionRequired', version: 8, statusVersion: 6 }),
    viewer: 'partner',
    may: ['comment', 'resubmit'],
    partnerName: 'Fabrikam Consulting',
    names: {},
    ...overrides,
  });

  it('is about the clock that runs', () => {
    assert(isCurrentReminder({ version: 7 }, view()));
  });

  it('is dropped once the claim has moved, even if more has been asked for again since', () => {
    assert.equal(isCurrentReminder({ version: 5 }, view()), false);
  });

  it('is dropped once this reader can no longer do anything about it', () => {
    assert.equal(isCurrentReminder({ version: 7 }, view({ may: [] })), false);
  });
});
