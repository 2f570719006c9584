import type { PersonKind } from '../../services/domain/actors.ts';
import { type ForViewer, forViewer } from '../kit/forViewer.ts';

/** Who the help is for; a partner's people who can file claims are a group of their own (R98). */
export type HelpAudience = PersonKind | 'filer';

interface Help {
  /** What can be typed. */
  readonly typed: readonly (
    | 'help.newClaim'
    | 'help.myClaims'
    | 'help.queue'
    | 'help.claim'
    | 'help.cancel'
    | 'help.help'
  )[];
  /** A claim can be begun. */
  readonly files: boolean;
  readonly list: ForViewer['list'];
  /** The topics are written for partners: others read that first. */
  readonly asPartnersRead: boolean;
  /** How a claim is reviewed is explained. */
  readonly reviewing: boolean;
}

const forPartners = { list: forViewer.partner.list, asPartnersRead: false, reviewing: false };

/** What help says to each audience; a new kind of reader without an entry does not compile. */
export const helpFor: Readonly<Record<HelpAudience, Help>> = {
  filer: {
    ...forPartners,
    typed: ['help.newClaim', 'help.myClaims', 'help.claim', 'help.cancel', 'help.help'],
    files: true,
  },
  partner: { ...forPartners, typed: ['help.myClaims', 'help.claim', 'help.help'], files: false },
  reviewer: {
    typed: ['help.queue', 'help.claim', 'help.help'],
    files: false,
    list: forViewer.reviewer.list,
    asPartnersRead: true,
    reviewing: true,
  },
};
