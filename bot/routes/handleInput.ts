import type { Turn } from '../../dialogs/turn.ts';
import { handleFiles } from './handleFiles.ts';
import { handlePress } from './handlePress.ts';
import { handleMention, handleWords } from './handleWords.ts';
import type { InputPlace } from './inputPlace.ts';

/** Passes each press, typed text and file to its handler. */
export async function handleInput(turn: Turn, place: InputPlace): Promise<void> {
  const { input, personal } = turn;
  switch (input.kind) {
    case 'press':
      return await handlePress(turn, input.action, place);
    case 'files':
      return await handleFiles(turn, input.files, place);
    case 'text':
      return personal
        ? await handleWords(turn, input.text, place)
        : await handleMention(turn, input.text, place);
  }
}
