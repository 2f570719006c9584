// Above 200 lines: one card, in every status and for every reader.

import assert from 'node:assert/strict';
import { type ClaimCardView, claimCard } from '../../../cards/claim/claim.ts';
import { contestCard } from '../../../cards/contest/contest.ts';
import {
  actionRequired,
  approved,
  asPartner,
  asReviewer,
  rejected,
  submitted,
  underReview,
} from '../../../cards/gallery/sampleClaims.ts';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import {
  actionData,
  buttonTitles,
  elementsOf,
  inLanes,
  ofType,
  readable,
  textAfterInput,
} from '../official.ts';

describe('When the partner has the turn (R65, R80, R84)', () => {
  const card = claimCard({ ...asPartner(actionRequired), event: 'actionRequired' }, reader);
  const text = readable(card.content);

  it('says what is missing in words, with the reviewer’s own', () => {
    assert.match(text, /customer’s acknowledgment or signature/);
    assert.match(text, /Page 3 lacks the customer’s signature/);
  });

  it('says by when, on the card and in the toast', () => {
    assert.match(text, /Answer by Fri 27 Nov 2026, 24:00 Pacific Time/);
    assert.match(card.summary, /Answer by Fri 27 Nov 2026$/);
  });

  it('takes the answer on the card itself', () => {
    assert.equal(ofType(card.content, 'Input.Text')[0]?.id, 'comment');
    assert.deepEqual(
      inLanes(card.content).right.map(({ title }) => title),
      ['Resubmit'],
    );
    assert.equal(buttonTitles(card.content)[0], 'Only reply');
  });

  it('says that “Only reply” leaves the clock running, and until when', () => {
    assert.match(text, /“Only reply” does not stop the clock\. Resubmit by Fri 27 Nov 2026/);
  });

  it('says that a file can be attached in this chat', () => assert.match(text, /attach a file in this chat/));

  it('shows the request once: not again among the comments', () => {
    assert.equal(text.split('Page 3 lacks').length - 1, 1);
  });
});

describe('When the time to answer cannot be used by this reader', () => {
  it('offers what `may` names and nothing else', () => {
    const card = claimCard({ ...asPartner(actionRequired), may: ['comment'] }, reader);
    assert.ok(!buttonTitles(card.content).includes('Resubmit'));
  });
});

describe('When a subscription of a claim has ended (R45)', () => {
  const lines = approved.details.lines.flatMap((line) => (line.kind === 'product' ? [line] : []));
  const [line] = lines;
  assert(line);
  const view = { ...asPartner(approved), endedSubscriptions: [line.subscriptionId] };
  const told = claimCard({ ...view, event: 'subscriptionEnded' }, reader);

  it('says what has ended, that the claim stays, and what to do', () => {
    const text = readable(told.content);
    assert.match(text, /A subscription of this claim has ended/);
    assert.match(text, new RegExp(`subscription ${line.subscriptionId} \\(has ended\\)`));
    assert.match(text, /keeps its status.*check the ID with the customer and file a new claim/);
    assert.match(told.summary, /^A subscription of C-\S+ has ended: /);
  });

  it('leads first of all to a new claim from this one, if the reader can begin one (D14)', () => {
    const card = claimCard({ ...view, mayCopy: true, event: 'subscriptionEnded' }, reader);
    assert.match(readable(card.content), /keeps its status.*press “Copy to a new claim”/);
    assert.equal(buttonTitles(card.content)[0], 'Copy to a new claim');
  });

  it('leads to the edit where the claim can be edited (R88)', () => {
    const { details } = approved;
    const submittedView = {
      ...asPartner({ ...submitted, details }),
      endedSubscriptions: [line.subscriptionId],
    };
    const text = readable(claimCard({ ...submittedView, event: 'subscriptionEnded' }, reader).content);
    assert.match(text, /Press “Edit claim” to remove it/);
  });

  it('marks the line wherever the claim is shown, to both sides, and no other line', () => {
    for (const each of [view, { ...asReviewer(approved), endedSubscriptions: [line.subscriptionId] }]) {
      const text = readable(claimCard(each, reader).content);
      assert(text.includes(`${line.subscriptionId} (has ended)`));
      for (const { subscriptionId } of lines.slice(1)) assert(!text.includes(`${subscriptionId} (`));
    }
  });

  it('shows the claim as it stands when the line is not on it any more', () => {
    const card = claimCard({ ...asPartner(approved), event: 'subscriptionEnded' }, reader);
    assert.match(readable(card.content), /Your claim is approved/);
  });

  it('says it last among the comments of both sides, but not twice on the alert', () => {
    const { subscriptionId } = line;
    const at = approved.updatedAt;
    const comments = [
      { at, side: 'system', notice: 'arbitration' },
      { at, side: 'system', notice: 'subscriptionEnded', subscriptionId },
    ] as const;
    const newest = new RegExp(
      `Dynamics 365 Sales: subscription ${subscriptionId} has ended\\. .*file a new claim[\\s\\S]*goes through arbitration`,
    );
    for (const each of [asPartner({ ...approved, comments }), asReviewer({ ...approved, comments })])
      assert.match(readable(claimCard(each, reader).content), newest);
    const alert = claimCard(
      { ...view, claim: { ...approved, comments }, event: 'subscriptionEnded' },
      reader,
    );
    const text = readable(alert.content);
    assert.match(text, /A subscription of this claim has ended[\s\S]*goes through arbitration/);
    assert.doesNotMatch(text, /The claim keeps its status, but the subscription/);
  });

  it('says to reviewers that the contest is over because of it', () => {
    const contest = {
      customerTenantId: approved.details.customerTenantId,
      slot: `subscription:${line.subscriptionId}`,
      lines: [line],
      customer: 'Contoso Ltd',
      contested: false,
      ended: true,
      claims: [],
    } as const;
    const card = contestCard({ contest, names: view.names }, reader);
    const text = readable(card.content);
    assert.match(
      text,
      /Has ended[\s\S]*Dynamics 365 Sales[\s\S]*This subscription has ended, so the contest is over/,
    );
    assert.match(card.summary, /^Dynamics 365 Sales at Contoso Ltd has ended/);
  });

  it('names every product of the subscription, on the contest’s card and in the notice (D6)', () => {
    const finance = { ...line, product: 'dynamics-365-finance' };
    const contest = {
      customerTenantId: approved.details.customerTenantId,
      slot: `subscription:${line.subscriptionId}`,
      lines: [line, finance],
      customer: 'Contoso Ltd',
      contested: false,
      ended: true,
      claims: [],
    } as const;
    const both = /Dynamics 365 Sales and Dynamics 365 Finance/;
    assert.match(readable(contestCard({ contest, names: view.names }, reader).content), both);
    const details = { ...approved.details, lines: [line, finance] };
    const notice = {
      at: approved.updatedAt,
      side: 'system',
      notice: 'subscriptionEnded',
      subscriptionId: line.subscriptionId,
    } as const;
    const told = asPartner({ ...approved, details, comments: [notice] });
    assert.match(readable(claimCard(told, reader).content), both);
  });

  it('still says what is asked of the partner, and by when', () => {
    const { details } = approved;
    const asked = {
      ...asPartner({ ...actionRequired, details }),
      ...{ endedSubscriptions: [line.subscriptionId] },
    };
    const text = readable(claimCard({ ...asked, event: 'subscriptionEnded' }, reader).content);
    assert.match(text, /Answer by Fri 27 Nov 2026[\s\S]*has ended[\s\S]*What is missing/);
  });
});

describe('When a claim is approved', () => {
  const text = readable(claimCard(asPartner(approved), reader).content);

  it('says that approved is not paid, with the programme guide (R5)', () => {
    assert.match(text, /Approved does not mean paid.*aka\.ms\/partnerincentives/);
  });

  it('shows the subscription IDs of Dynamics lines (R44)', () => {
    assert.match(text, /Dynamics 365 Sales: subscription 3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a/);
  });
});

describe('When a claim is rejected (R87)', () => {
  it('says why, in the reviewer’s words too, and what can be done until when', () => {
    const text = readable(claimCard({ ...asPartner(rejected), event: 'rejected' }, reader).content);
    assert.match(text, /Reason: Insufficient proof of execution/);
    assert.match(text, /statement of work is for another customer/);
    assert.match(text, /until Sun 20 Dec 2026, 24:00 Pacific Time/);
  });

  it('says that the time has passed once comments are closed', () => {
    const content = claimCard({ ...asPartner(rejected), may: [] }, reader).content;
    assert.match(readable(content), /time to write to the reviewer is over, and the rejection stands/);
    assert.ok(!buttonTitles(content).includes('Comment'));
  });
});

describe('When a reviewer opens a claim', () => {
  it('starts the review first, and sees every field at once', () => {
    const { content } = claimCard(asReviewer(submitted), reader);
    assert.equal(buttonTitles(content)[0], 'Start review');
    const details = [...elementsOf(content)].find(({ id }) => id === 'details');
    assert.equal(details?.isVisible, true);
  });

  it('approves, asks for more, or rejects while it is under review', () => {
    const titles = buttonTitles(claimCard(asReviewer(underReview), reader).content);
    assert.deepEqual(titles.slice(0, 3), ['Approve', 'Ask for more', 'Reject']);
  });

  it('leads every file to “Open”', () => {
    const verbs = actionData(claimCard(asReviewer(underReview), reader).content).map(
      (data) => (data as { verb: string }).verb,
    );
    assert.equal(verbs.filter((verb) => verb === 'proof.open').length, 2 * underReview.proofs.length);
  });
});

describe('What cannot be undone', () => {
  const typed = { reason: 'ProofUnavailable', comment: 'The file is *broken*.' };
  const { content } = claimCard({ ...asReviewer(underReview), form: 'confirmReject', typed }, reader);

  it('is confirmed on the card, styled as destructive', () => {
    const [confirm] = inLanes(content).right;
    assert.deepEqual(confirm?.data, {
      verb: 'review.reject',
      number: underReview.number,
      version: underReview.version,
      confirmed: true,
    });
    assert.equal(confirm?.style, 'destructive');
  });

  it('keeps what was chosen and typed in the inputs, for the press and for going back', () => {
    assert.equal(ofType(content, 'Input.ChoiceSet')[0]?.value, typed.reason);
    assert.equal(ofType(content, 'Input.Text')[0]?.value, typed.comment);
  });
});

describe('The question whether to approve (D15)', () => {
  const [first, second] = underReview.proofs;
  const asked = (extras: Partial<ClaimCardView> = {}) =>
    claimCard({ ...asReviewer(underReview), form: 'confirmApprove', ...extras }, reader).content;

  it('names partner, customer and lines, and is confirmed once', () => {
    const text = readable(asked());
    assert.match(
      text,
      /Fabrikam Consulting is associated with \*\*Contoso Ltd\*\* for Exchange Online and Microsoft Teams/,
    );
    const confirming = inLanes(asked()).right.map(({ data }) => data as Record<string, unknown>);
    assert.deepEqual(
      confirming.map(({ verb, confirmed }) => [verb, confirmed]),
      [['review.approve', true]],
    );
    assert.doesNotMatch(text, /competing/i);
  });

  it('says how many competing claims wait (D6)', () => {
    assert.match(readable(asked({ competing: 1 })), /Another partner’s claim/);
    assert.match(readable(asked({ competing: 3 })), /3 competing claims are waiting/);
  });

  it('says which of how many files this reviewer has not opened, and lists only these', () => {
    const none = readable(asked());
    assert.match(none, /opened none of its 2 files/);
    const one = asked({ opened: [first?.id ?? ''] });
    assert.match(readable(one), /not opened all of its 2 files/);
    const opening = (actionData(one) as Record<string, unknown>[]).filter(
      ({ verb }) => verb === 'proof.open',
    );
    assert.deepEqual(new Set(opening.map(({ proof }) => proof)), new Set([second?.id]));
    assert.deepEqual(new Set(opening.map(({ approving }) => approving)), new Set([0]));
    const all = asked({ opened: underReview.proofs.map(({ id }) => id) });
    assert.match(readable(all), /opened all of its 2 files/);
    assert.doesNotMatch(JSON.stringify(all), /proof\.open/);
  });
});

describe('A partner’s card', () => {
  it('never mentions a competing claim, whatever form is asked for (R53)', () => {
    for (const claim of [submitted, underReview, actionRequired, approved, rejected]) {
      for (const form of [undefined, 'confirmApprove', 'comment'] as const) {
        const card = claimCard({ ...asPartner(claim), ...(form ? { form } : {}) }, reader);
        assert.doesNotMatch(`${readable(card.content)}${card.summary}`, /rival|another partner|competing/i);
      }
    }
  });
});

describe('When a form comes back with errors (R43)', () => {
  it('puts each error directly after its input', () => {
    const { content } = claimCard(
      {
        ...asReviewer(underReview),
        form: 'requestInformation',
        errors: {
          reasons: { code: 'required' },
          comment: { code: 'tooLong', data: { limit: 2000, length: 2104 } },
        },
      },
      reader,
    );
    assert.equal(textAfterInput(content, 'reasons'), 'Please choose.');
    assert.match(String(textAfterInput(content, 'comment')), /^Too long: 2104 characters/);
  });

  it('keeps a refused comment on the card', () => {
    const typed = { comment: 'Nearly *done*' };
    const { content } = claimCard({ ...asPartner(submitted), typed }, reader);
    assert.equal(
      ofType(content, 'Input.Text')[0]?.value,
      'Nearly *done*',
      'inputs show text as it was typed',
    );
  });
});

describe('When the other side has commented (R84)', () => {
  it('quotes the comment and takes the reply on the alert itself', () => {
    const { content } = claimCard({ ...asReviewer(underReview), event: 'partnerComment' }, reader);
    assert.equal(inLanes(content).right[0]?.title, 'Send');
    assert.match(readable(content), /Yes, all four of them\.\n\nSee the table/);
  });
});

describe('When a link to a file was asked for', () => {
  it('opens it from the top of the card and says how long it works', () => {
    const proofLinks = [{ name: 'a.pdf', url: 'https://files.example/a?sig=1', minutes: 5 }];
    const { content } = claimCard({ ...asPartner(submitted), proofLinks }, reader);
    assert.equal(ofType(content, 'Action.OpenUrl')[0]?.url, 'https://files.example/a?sig=1');
    assert.match(readable(content), /works for 5 minutes and only you see it/);
  });
});
