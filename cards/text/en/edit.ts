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
  'edit.linesAdded': 'Only what you add is checked. Reviewers see the change at once.',
  'edit.linesEnded': '{line} (subscription has ended)',
  'edit.linesEndedHelp': 'This has ended, so it no longer counts. You can take it out:',
  'edit.saved': 'Saved. What has changed:',
  'edit.savedProof':
    'Your proof of execution must name every product or workload of the claim. If it does not name what you added, attach a new file in this chat.',
  'edit.notSaved': 'What you had changed in the form was not saved.',
  'edit.nothing': 'Nothing is different, so nothing was saved.',
  'edit.meanwhile':
    'Not saved yet: a colleague has edited this claim meanwhile. Your version stands in the form, theirs below it. Press “Save changes” if yours is right.',
  'edit.closed':
    'Not saved: the claim is now “{status}”, and can be edited in “Submitted” and “Partner action required” only. What you typed stands here, for you to copy.',
  'edit.now': 'As it stands now',
  'edit.summary': '{number}: {title}',

  'edited.added': 'Added: {line}',
  'edited.removed': 'Taken out: {line}',
  'edited.changed': '{field}: {to} (before: {from})',
  'history.ClaimEdited': 'Claim edited',
  'error.lastLine':
    'A claim needs at least one product or workload. If none of these is right, leave the claim as it is and tell the reviewers in a comment.',
  'refusal.nothingEdited': 'Nothing is different, so nothing was saved.',
} as const;
