/** Drafts: choosing one, taking one over, deleting one, and what becomes of one that nobody changes (D13). */
export const drafts = {
  'drafts.title': 'You have claims that are not submitted',
  'drafts.help': 'Continue with one of them, or start another.',
  'drafts.unnamed': 'Draft without a name',
  'drafts.fresh': 'Start another claim',
  'drafts.ownedBy': 'With {name}',
  'drafts.endsAfter': 'Deleted after {day}, unless it is changed',

  'draft.goOn': 'Continue',
  'draft.delete': 'Delete draft',

  'draft.takeOver': 'Take over and continue',
  'draft.takeOverText':
    '{name} has been filling in this draft; the last change was {when}. If you take it over, you continue from there and get its reminders.',
  'draft.takeOverSummary': '{name} has been filling in draft {number}',
  'message.draftTakenOver':
    '{name} has taken over this draft. What you typed is still below but not saved yet: the next button you press saves it and takes the draft back.',
  'message.draftTakenOverView':
    '{name} has taken over this draft. Here is how it stands now; the next button you press takes it back.',

  'draft.deleteTitle': 'Delete this draft?',
  'draft.deleteText': 'Everything in it is deleted, including its files. This cannot be undone.',
  'draft.deleteName': 'Claim',
  'draft.deleteCustomer': 'Customer',
  'draft.deleteFiles': 'Files',
  'draft.deleteNoFiles': 'None',
  'draft.deleteConfirm': 'Delete',
  'draft.keep': 'Keep it',
  'message.draftChangedMeanwhile':
    'This draft has changed in the meantime, so it was not deleted. Here is how it stands now.',
  'draft.removeTitle': 'Remove this file?',
  'draft.removeText': '{file} is removed from {claim} and deleted. This cannot be undone.',
  'draft.removeConfirm': 'Remove',
  'draft.deleteSummary': 'Delete draft {number}?',
  'draft.deletedTitle': 'Draft deleted',
  'draft.deletedText': {
    one: '{claim} was deleted, with {count} file.',
    other: '{claim} was deleted, with {count} files.',
  },
  'draft.deletedTextNoFiles': '{claim} was deleted.',
  'draft.deletedBy': 'By {name}, {when}.',
  'draft.deletedByItself': 'Nobody had changed it for 90 days.',
  'draft.deletedSummary': 'Draft {number} was deleted',
  'message.draftStartAgain':
    '{reason} What you typed is not lost: start again here, and you will find it at its step.',

  'draft.reminderTitle': 'This draft is waiting for you',
  'draft.reminderTitleColleague': 'A colleague’s draft is waiting',
  'draft.noticeTitle': 'This draft is about to be deleted',
  'draft.noticeText':
    'It will be deleted after {deadline} unless somebody changes it first. Saving any of its steps keeps it.',
  'draft.unchanged': 'Nothing has changed in it since {when}.',
  'draft.unchangedColleague': '{name} has been filling it in. Nothing has changed since {when}.',
  'draft.nextStep': 'Next: {step}',
  'draft.completeAsk': 'Everything is filled in: it can be submitted.',
  'draft.complete': 'Everything is filled in: check and submit.',
  'draft.reminderKept': 'A draft is deleted once nobody has changed it for 90 days.',
  'draft.reminderSummary': 'Draft {number} is waiting: {name}',
  'draft.noticeSummary': 'Draft {number} will be deleted after {day}: {name}',

  'draft.askSubmitters': 'Only Incentives admins can submit. Ask {names}: they find it under “My claims”.',
  'draft.askSubmitter': 'Only Incentives admins can submit. Ask one at your company.',
} as const;
