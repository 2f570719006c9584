/** The question which claim a file is for, and the result. */
export const files = {
  'fileQuestion.eyebrow': { one: '{count} file kept', other: '{count} files kept' },
  'fileQuestion.title': 'Which claim is this for?',
  'fileQuestion.kept': {
    one: '{files} is kept until {until}. Choose the claim it belongs to.',
    other: '{files}: these {count} files are kept until {until}. Choose the claim they belong to.',
  },
  'fileQuestion.none':
    'None of your company’s claims can take a file now. Start a new claim with it, or delete it.',
  'fileQuestion.noneAsk':
    'None of your company’s claims can take a file now. A claim can while it is in “Editing”, “Submitted” or “Partner action required”, and while it is approved and another partner claims the same. An Incentives admin of your company can start a new claim.',
  'fileQuestion.noMore': 'There are no more claims that can take a file now.',
  'fileQuestion.add': 'Add to {number}',
  'fileQuestion.addHere': 'Add here',
  'fileQuestion.again': 'Refresh the list',
  'fileQuestion.discard': 'Delete file',
  'fileQuestion.discardAll': 'Delete files',

  'filesPlaced.eyebrow': 'Your files',
  'filesPlaced.title': 'No files are waiting',
  'filesPlaced.added': 'Added',
  'filesPlaced.goOn': 'Continue with the draft',
} as const;
