import assert from 'node:assert/strict';
import { isStillNews, newsForPartner } from '../../../services/alerts/news.ts';
import { claimStatuses } from '../../../services/claims/claim.ts';

describe('When an alert goes out late', () => {
  it('tells of a status only while the claim has it', () => {
    const told = (event: Parameters<typeof isStillNews>[0]) =>
      claimStatuses.filter((status) => isStillNews(event, status));
    assert.deepEqual(told('actionRequired'), ['PartnerActionRequired']);
    assert.deepEqual(told('approved'), ['Approved']);
    assert.deepEqual(told('rejected'), ['Rejected']);
    assert.deepEqual(told('newClaim'), ['Submitted']);
    assert.deepEqual(told('resubmitted'), ['Submitted']);
    assert.equal(told('partnerComment').length, claimStatuses.length);
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
