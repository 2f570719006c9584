import type { PersonKind } from '../../services/domain/actors.ts';

/** What cards do otherwise for one reader than for another, where a part of a card has no words of its own for it. */
export interface ForViewer {
  /** The list to look through: the company's claims (R68), or the queue. */
  readonly list:
    | { readonly title: 'action.myClaims'; readonly verb: 'claim.list' }
    | { readonly title: 'action.queue'; readonly verb: 'review.queue' };
  /** Cards say whose claim it is; who reads the claims of one company knows. */
  readonly namesPartner: boolean;
  /** What the partner's own contact is called. */
  readonly partnerContact: 'contact.partner' | 'contact.partnerSide';
  /** What the partner stated is seen at once, by who checks it. */
  readonly detailsOpen: boolean;
  /** D10: when reviewers are late, who waits for them reads that there is nothing to worry about. */
  readonly waitsForReview: boolean;
  /** What helps to write a comment. */
  readonly commentHelp: 'partner.commentHelp' | 'review.commentHelp';
  /** D7: a comment may be a question with a date to answer by. */
  readonly datesComments: boolean;
  /** The IDs of an approved claim can be copied. */
  readonly copiesIds: boolean;
}

/** By who reads; for another kind of reader all of it has to be said to compile. */
export const forViewer: Readonly<Record<PersonKind, ForViewer>> = {
  partner: {
    list: { title: 'action.myClaims', verb: 'claim.list' },
    namesPartner: false,
    partnerContact: 'contact.partner',
    detailsOpen: false,
    waitsForReview: true,
    commentHelp: 'partner.commentHelp',
    datesComments: false,
    copiesIds: true,
  },
  reviewer: {
    list: { title: 'action.queue', verb: 'review.queue' },
    namesPartner: true,
    partnerContact: 'contact.partnerSide',
    detailsOpen: true,
    waitsForReview: false,
    commentHelp: 'review.commentHelp',
    datesComments: true,
    copiesIds: false,
  },
};
