/** Editing a submitted claim (R88, R89), and a new claim begun from an old one (D14). */
export const edit = {
  'edit.title': 'Edit claim',
  'edit.help': 'Choose what to change. Everything else was fixed when the claim was submitted.',
  'edit.proofElsewhere':
    'To add proof of execution, attach a file in this chat; comments are on the claim’s card.',
  'edit.mpnId': 'Change the MPN ID',
  'edit.lines': 'Change what you claim',
  'edit.contacts': 'Change the contacts',
  'edit.save': 'Save changes',
  'edit.back': 'Back to the claim',
  'edit.lineEnded': '{line} (subscription has ended)',
  'edit.saved': 'Saved: {what}.',
  'edit.savedBefore': 'Saved.',
  'edit.savedAdded': '{line} added',
  'edit.savedRemoved': '{line} taken out',
  'edit.savedChanged': '{field} changed',
  'edit.savedMore': '{count} more changes',
  'edit.savedProof':
    'Your proof of execution must name every product or workload of the claim. If it does not name what you added, attach a new file in this chat.',
  'edit.now': '{part}: as it stands now',
  'edit.summary': '{number}: {title}',

  'reviewer.edited':
    'The partner has edited this claim since it was submitted. History says what has changed.',
  'edited.added': 'Added: {line}',
  'edited.removed': 'Taken out: {line}',
  'edited.changed': '{field}: {to} (before: {from})',
  'history.ClaimEdited': 'Claim edited',
  'error.lastLine':
    'A claim needs at least one product or workload. If none of these is right, leave the claim as it is and tell the reviewers in a comment.',
  'message.filledFrom':
    'Filled in from {number}. Look through it and correct what is different; proof of execution is attached anew.',
  'message.againSubmitted':
    'The new claim that was begun from this one has been submitted already. “my claims” shows it.',
  'history.DraftCreatedFrom': 'Draft created, filled in from {number}',
  'message.editNotSaved': 'What you had changed in the form was not saved.',
  'message.editMeanwhile':
    'Not saved yet: a colleague has edited this claim meanwhile. What you typed still stands here, what they saved stands below. Save if yours is right.',
  'message.editClosed': 'Not saved. {reason} What you typed still stands here, for you to copy.',
  'refusal.wrongStatusEdit':
    'The claim is “{status}” now, and it can be edited in “Submitted” and “Partner action required” only.',
  'refusal.nothingEdited': 'Nothing is different, so nothing was saved.',
} as const;
