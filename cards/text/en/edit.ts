/** Editing a submitted claim (R88, R89), and a new claim begun from an old one (D14). */
export const edit = {
  'edit.title': 'Edit claim',
  'edit.help': 'Choose what to change. Everything else was fixed when the claim was submitted.',
  'edit.proofElsewhere':
    'To add proof of execution, attach a file in this chat and write {number} with it; comments are on the claim’s card.',
  'edit.mpnId': 'Change the MPN ID',
  'edit.lines': 'Change what you claim',
  'edit.contacts': 'Change the contacts',
  'edit.save': 'Save',
  'edit.back': 'Back to the claim',
  'edit.lineEnded': '{line} (subscription has ended)',
  'edit.saved': 'Saved: {what}.',
  'edit.savedBefore': 'Saved.',
  'edit.savedAdded': '{line} added',
  'edit.savedRemoved': '{line} removed',
  'edit.savedChanged': '{field} changed',
  'edit.savedMore': '{count} more changes',
  'edit.savedProof':
    'Your proof of execution must name every product or workload of the claim. If it does not name what you added, attach a new file in this chat.',
  'edit.now': '{part}: as it stands now',
  'edit.summary': '{number}: {title}',

  'reviewer.edited': 'The partner has edited this claim since it was submitted. History shows what changed.',
  'edited.added': 'Added: {line}',
  'edited.removed': 'Removed: {line}',
  'edited.changed': '{field}: {to} (before: {from})',
  'history.ClaimEdited': 'Claim edited',
  'error.lastLine':
    'A claim needs at least one product or workload. If none of these is right, leave the claim as it is and tell the reviewers in a comment.',
  'message.filledFrom':
    'Filled in from {number}. Check it, correct what is different, and attach new proof of execution.',
  'message.againSubmitted':
    'The new claim started from this one has already been submitted. Type “my claims” to see it.',
  'history.DraftCreatedFrom': 'Draft created, filled in from {number}',
  'message.editNotSaved': 'Your changes in the form were not saved.',
  'message.editMeanwhile':
    'Not saved yet: a colleague has edited this claim in the meantime. What you typed is still here, and what they saved is shown below. Save if yours is right.',
  'message.editClosed': 'Not saved. {reason} What you typed is still here for you to copy.',
  'refusal.wrongStatusEdit':
    'The claim is now “{status}”. It can be edited only in “Submitted” and “Partner action required”.',
  'refusal.nothingEdited': 'Nothing was changed, so nothing was saved.',
} as const;
