import type { PersonKind } from '../../services/domain/actors.ts';

/** How cards differ from one kind of reader to another, apart from parts that have separate texts for each. */
export interface ForViewer {
  /** The list to look through: the company's claims (R68), or the queue. */
  readonly list:
    | { readonly title: 'action.myClaims'; readonly verb: 'claim.list' }
    | { readonly title: 'action.queue'; readonly verb: 'review.queue' };
  /** Cards name the partner; people who read only their own company's claims do not need it. */
  readonly namesPartner: boolean;
  /** What the partner's own contact is called. */
  readonly partnerContact: 'contact.partner' | 'contact.partnerSide';
  /** The details start open, for readers who check them. */
  readonly detailsOpen: boolean;
  /** D10: when reviewers are late, readers who wait for them are told that they need not do anything. */
  readonly waitsForReview: boolean;
  /** The help text below the comment. */
  readonly commentHelp: 'partner.commentHelp' | 'review.commentHelp';
  /** D7: a comment may be a question with a date to answer by. */
  readonly datesComments: boolean;
  /** R84: answers the reviewers' requests, so that comment and edit stand beside the answer. */
  readonly answersRequests: boolean;
  /** The IDs of an approved claim can be copied. */
  readonly copiesIds: boolean;
}

/** By kind of reader; a new kind does not compile until every property is set. */
export const forViewer: Readonly<Record<PersonKind, ForViewer>> = {
  partner: {
    list: { title: 'action.myClaims', verb: 'claim.list' },
    namesPartner: false,
    partnerContact: 'contact.partner',
    detailsOpen: false,
    waitsForReview: true,
    commentHelp: 'partner.commentHelp',
    datesComments: false,
    answersRequests: true,
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
    answersRequests: false,
    copiesIds: false,
  },
};
