import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import type { ProofTemplates } from '../../services/claims/proof/proofTemplates.ts';
import type { Uploads } from '../../services/claims/proof/uploads.ts';
import type { Directory } from '../../services/directory/directoryService.ts';
import type { AddressBook } from '../../services/outbox/addressBook.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { Welcomes } from '../../services/outbox/welcomes.ts';
import type { Logger } from '../logger.ts';
import type { InOwnChat } from '../replies/ownChat.ts';
import type { PostInChannel } from '../replies/postInChannel.ts';
import type { SendReplies } from '../replies/sendReplies.ts';
import type { AttachmentDependencies } from './attachments.ts';
import type { ChatAddress, ChatAddresses } from './chatAddresses.ts';
import type { DialogStates } from './dialogStates.ts';
import type { ReviewersChannel } from './reviewersChannel.ts';

/** What the handlers of incoming activities need. */
export interface AppDependencies extends AttachmentDependencies {
  readonly adapter: TeamsAdapter;
  readonly dialogStates: DialogStates;
  readonly claims: Claims;
  readonly uploads: Uploads;
  readonly templates: ProofTemplates;
  readonly directory: Directory;
  readonly sendReplies: SendReplies;
  readonly chatAddresses: ChatAddresses;
  readonly reviewersChannel: ReviewersChannel;
  readonly postInChannel: PostInChannel;
  readonly inOwnChat: InOwnChat;
  readonly welcomes: Welcomes;
  readonly addressBook: AddressBook<ChatAddress>;
  readonly shownCards: ShownCards;
  readonly logger: Logger;
  /** The real time, by which links to files expire. It can differ from the clock for claims. */
  readonly realNow: () => Date;
  /** The language and time zone of all texts. */
  readonly reader: Reader;
}
