/** Drafts: choosing one, taking one over, deleting one, and what becomes of one that nobody changes (D13). */
export const drafts = {
  'drafts.title': 'You have claims that are not submitted',
  'drafts.help': 'Go on with one of them, or start another.',
  'drafts.unnamed': 'Draft without a name',
  'drafts.fresh': 'Start another claim',
  'drafts.keptBy': 'With {name}',
  'drafts.endsAfter': 'Deleted after {day}, unless it is changed',

  'draft.goOn': 'Go on',
  'draft.delete': 'Delete draft',

  'draft.takeOver': 'Take over and go on',
  'draft.takeOverText':
    '{name} has been filling in this draft; the last change was {when}. If you take it over, you go on with what is there, and its reminders come to you.',
  'draft.takeOverSummary': '{name} has been filling in draft {number}',
  'message.draftTakenOver':
    '{name} has taken this draft over. What you typed is not saved yet, but still stands below: your next press saves it and takes the draft back.',
  'message.draftTakenOverView':
    '{name} has taken this draft over. Here is how it stands now; your next press takes it back.',

  'draft.deleteTitle': 'Delete this draft?',
  'draft.deleteText': 'Everything in it goes, its files too. This cannot be undone.',
  'draft.deleteName': 'Claim',
  'draft.deleteCustomer': 'Customer',
  'draft.deleteFiles': 'Files',
  'draft.deleteNoFiles': 'None',
  'draft.deleteConfirm': 'Delete this draft',
  'draft.keep': 'Keep it',
  'message.draftChangedMeanwhile':
    'This draft has changed meanwhile, so it was not deleted. Here is how it stands now.',
  'draft.deleteSummary': 'Delete draft {number}?',
  'draft.deletedTitle': 'Draft deleted',
  'draft.deletedText': {
    one: '{claim} is deleted, with {count} file.',
    other: '{claim} is deleted, with {count} files.',
  },
  'draft.deletedTextNoFiles': '{claim} is deleted.',
  'draft.deletedBy': 'By {name}, {when}.',
  'draft.deletedByItself': 'Nobody had changed it for 90 days.',
  'draft.deletedSummary': 'Draft {number} is deleted',
  'message.draftStartAgain':
    '{reason} What you have just typed is not lost: start again here, and it stands at its step.',

  'draft.reminderTitle': 'This draft waits for you',
  'draft.reminderTitleColleague': 'A colleague’s draft waits',
  'draft.noticeTitle': 'This draft is about to be deleted',
  'draft.noticeText':
    'It is deleted after {deadline}, unless somebody changes it before. Saving any of its steps keeps it.',
  'draft.unchanged': 'Nothing has changed in it since {when}.',
  'draft.unchangedColleague': '{name} has been filling it in. Nothing has changed since {when}.',
  'draft.nextStep': 'Next: {step}',
  'draft.completeAsk': 'Everything is there: it can be submitted.',
  'draft.complete': 'Everything is there: check and submit.',
  'draft.reminderKept': 'A draft is deleted once nobody has changed it for 90 days.',
  'draft.reminderSummary': 'Draft {number} waits: {name}',
  'draft.noticeSummary': 'Draft {number} is deleted after {day}: {name}',

  'draft.askSubmitters': 'Only Incentives admins can submit. Ask {names}: they find it under “My claims”.',
  'draft.askSubmitter': 'Only Incentives admins can submit. Ask one of your company.',
} as const;
