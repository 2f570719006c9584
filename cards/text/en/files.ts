/** The question which claim a file is for, and the result. */
export const files = {
  'fileQuestion.eyebrow': { one: '{count} file kept', other: '{count} files kept' },
  'fileQuestion.title': 'Which claim is this for?',
  'fileQuestion.kept': {
    one: '{files} is kept until {until}. Press the claim that it belongs to.',
    other: '{files}: these {count} files are kept until {until}. Press the claim that they belong to.',
  },
  'fileQuestion.none':
    'None of your company’s claims takes a file now. Start a new claim with it, or delete it.',
  'fileQuestion.noneAsk':
    'None of your company’s claims takes a file now: they do while they are in “Editing”, “Submitted” or “Partner action required”. An Incentives admin of your company can start one.',
  'fileQuestion.noMore': 'There are no more claims that take a file now.',
  'fileQuestion.add': 'Add to {number}',
  'fileQuestion.again': 'Refresh the list',
  'fileQuestion.discard': { one: 'Delete the file', other: 'Delete {count} files' },

  'filesPlaced.eyebrow': 'Your files',
  'filesPlaced.title': 'No file waits any more',
  'filesPlaced.added': 'Added',
  'filesPlaced.goOn': 'Go on with the draft',
} as const;
