import { deepEqual, equal, ok } from 'node:assert/strict';
import { claimCard } from '../../cards/claim/claim.ts';
import type { ClaimCardView } from '../../cards/claim/claimCardView.ts';
import { asReviewer, underReview } from '../../cards/gallery/sampleClaims.ts';
import { sampleReader as reader } from '../../cards/gallery/sampleReader.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { hasInputs } from '../../cards/kit/card.ts';
import { refreshSchema } from '../../cards/kit/verbs.ts';
import { objections } from './official.ts';

const seenByReviewer: ClaimCardView = asReviewer(underReview);

const refreshOf = (view: ClaimCardView) => claimCard(view, reader).content.refresh;

describe('When a colleague comes to a claim’s card', () => {
  it('their client asks for their own copy, in every conversation of up to 60 members', () => {
    const { content } = claimCard(seenByReviewer, reader);
    const data = { verb: 'claim.refresh', number: seenByReviewer.claim.number };
    deepEqual(content.refresh, { action: { type: 'Action.Execute', verb: 'claim.refresh', data } });
    ok(refreshSchema.safeParse(data).success);
    deepEqual(objections(content), []);
  });

  const momentary: Readonly<Record<string, Partial<ClaimCardView>>> = {
    'a reply in the thread': { brief: true },
    'a notice': { notice: { tone: 'attention', text: 'It has changed.' } },
    'a link to a file': { proofLinks: [{ name: 'a.pdf', url: 'https://files.example/a', minutes: 5 }] },
    'a form': { form: 'requestInformation' },
    'a question': { form: 'confirmReject' },
    'an input for a comment': { event: 'partnerComment' },
  };
  for (const [what, extras] of Object.entries(momentary)) {
    it(`a card with ${what} has no refresh: the copy in its place would lack it`, () => {
      equal(refreshOf({ ...seenByReviewer, ...extras }), undefined);
    });
  }

  it('only a claim’s card has one, and only without inputs', () => {
    const refreshed = samples(reader).filter(({ card }) => card.content.refresh !== undefined);
    ok(refreshed.length > 0);
    for (const { id, card } of refreshed) {
      equal(hasInputs(card), false, id);
      ok(id.startsWith('claim/'), id);
    }
  });
});
