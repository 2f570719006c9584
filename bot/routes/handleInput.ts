import type { Interaction } from '../../dialogs/interaction.ts';
import { answerElsewhere } from '../actions/chooseChannel.ts';
import type { ChatContext } from './chatContext.ts';
import { handleFiles } from './handleFiles.ts';
import { handlePress } from './handlePress.ts';
import { handleMention, handleWords } from './handleWords.ts';
import { worksAnywhere } from './pressRoutes.ts';

/** Passes each press, typed text and file to its handler. */
export async function handleInput(interaction: Interaction, chat: ChatContext): Promise<void> {
  const { input, personal, chatKind } = interaction;
  const isForeign = chatKind === 'otherChannel' || chatKind === 'groupChat';
  const isAllowed = input.kind === 'press' && worksAnywhere(input.action);
  if (isForeign && !isAllowed) return await answerElsewhere(interaction, chat);
  switch (input.kind) {
    case 'press':
      return await handlePress(interaction, input.action, chat);
    case 'files':
      return await handleFiles(interaction, input, chat);
    case 'text':
      return personal
        ? await handleWords(interaction, input.text, chat)
        : await handleMention(interaction, input.text, chat);
  }
}
