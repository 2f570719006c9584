/** The plain sentences that the bot writes into a chat, and notices at the top of cards. */
export const messages = {
  'message.unknownPerson':
    'I do not know you yet. Claims are for partners’ admins and reviewers; ask your company’s global admin to add you.',
  'message.cancelledDraft': 'Stopped. Draft {number} is kept: type “claim {number}” to continue.',
  'message.nothingToCancel': 'There is nothing to cancel.',
  'message.welcome': 'You’re welcome!',
  'message.notUnderstood':
    'I did not understand that. You can type “new claim”, “my claims”, “claim C-…”, “cancel” or “help”.',
  'message.notUnderstoodReviewer':
    'I did not understand that. You can type “review queue”, “claim C-…” or “help”.',
  'message.useTheCard':
    'A form is open in this chat: please continue on its card, where everything you typed still is. Type “my claims” to bring a draft here, or “cancel” to stop and keep it.',
  'message.copyDeleted':
    '{reason} To start another draft from this claim, press “Copy to a new claim” once more.',
  'message.tooFast':
    'That was a lot at once, so I stopped listening for a moment. Please wait a minute and try again; everything saved is still there.',
  'message.fileAdded': '{file} is added to {number}.',
  'message.fileNotAdded': '{file} was not added. {reason}',
  'message.fileDiscarded': '{file} was deleted.',
  'message.filesFromPartners':
    'Nothing was stored. Proof of execution is attached by the partner; if more is needed, press “Ask for more” on the claim.',
  'message.fileRefused': '{file} was not stored. {reason}',
  'message.filesOnlyInPersonalChat': 'Nothing was stored. Please attach files in your own chat with me.',
  'message.turnFailed':
    'Something went wrong on our side, so this may not have been done. What was saved before is kept. Please try again; if it happens again, tell support this reference: {id}.',
  'message.storageAway':
    'Our storage does not answer at the moment, so this may not have been saved. Please try again in a minute; if it happens again, tell support this reference: {id}.',
  'message.alreadySubmitted': 'This claim has already been submitted. Here is how it stands now.',
  'message.correctFields': {
    one: 'Please correct the field marked below.',
    other: 'Please correct the {count} fields marked below.',
  },
  'message.changeNeedsMore': 'Your change affects this step too. Fill in what is marked below.',
  'message.cancelled': 'Stopped. Nothing was saved. Type “new claim” to start again.',
  'message.fileAddedAnswerNext':
    '{file} is added to {number}. What you typed on its card above is still there: press “Resubmit” on that card.',
  'message.proofLink': '{file}: {link}. The link works for {minutes} minutes.',
  'message.cardNotShown': '{summary}. The card with the details cannot be shown in this chat.',
  'message.openLink': 'open the file',
  'message.unknownPress': 'This button no longer works. Type “my claims” or “help” to continue.',
  'message.tooMuchText':
    'That is too much text for one card: {total} characters, {length} of them in the field that begins with “{beginning}”. Nothing was changed, and your text is still on the card. Shorten it there and press again.',
  'message.namedTakesNoFile':
    '{number}, which you wrote with it, is no claim of your company that can take a file now.',
  'message.answeredBelow': 'The answer is below.',
  'message.notRefreshed': 'This card cannot be brought up to date here.',
  'message.reviewIsWith': '{name} has this review now.',
  'message.notSent': 'What you typed was not sent:\n\n{text}',
  'message.formOpen': 'Please send or cancel what you have typed on this card first.',
  'message.answeredInOwnChat': '{name}, I have answered in your own chat with me.',
  'message.ownChatNeeded':
    '{name}, this is for you alone: please say “hello” in your own chat with me, then press again.',
  'message.mentionedByPartner':
    'I talk about claims only in your own chat with me, never in a channel. Type “help” there to start.',
  'message.notInGroupChat': 'I talk about claims only in your own chat with me, never in a group chat.',
  'message.addedByPartner':
    'I am here, but I talk about claims only in your own chat with me. Open it by clicking my name, and type “help”.',
  'message.addedByStranger':
    'CPOR Claims is for partners’ admins and for reviewers, and I do not know the person who added me. To have claims posted in this channel, a reviewer must mention me here. Partners talk to me in their own chats.',
  'message.addedToGroup':
    'I do not talk about claims in group chats. Each of you can open an own chat with me: click my name there, and type “help”.',
  'message.channelIsSet':
    'Claims are posted in another channel, which your administrators have set. Nothing is posted here.',
  'message.channelAskedThere':
    'Claims are posted in another channel. There I have asked whether they should be posted here instead; until a reviewer decides, nothing changes.',
  'message.channelAskedYou':
    'The channel in which claims are posted cannot be reached. In your own chat with me I have asked you whether they should be posted here instead.',
  'message.channelAskUnknown':
    'The channel in which claims are posted cannot be reached. Open your own chat with me, then remove me from this team and add me again: I will ask you there whether claims should be posted here.',
  'message.channelNotMoved':
    'Nothing was changed: this question has been decided, or another one has taken its place.',
  'message.notInThisChannel':
    'I talk about claims only in the reviewers’ channel and in your own chat with me.',
  'message.templateSaved':
    '{file} is in your OneDrive. Fill in what is blank, have your customer sign it, and attach the signed copy here.',
  'message.templateDeclined': 'No template was saved. “Get the template” offers it again at any time.',
  'message.templateNotSaved':
    'The template could not be saved to your OneDrive. Nothing is lost: press “Get the template” to try again.',
  'message.templateOfferExpired':
    'This offer has been answered already, or has expired. Press “Get the template” at the proof step for a new one.',
  'message.templateNoDraft':
    'Draft {number} has since been submitted or deleted, so no template was made. Type “my claims” to see your claims.',
  'message.templateOnlyInPersonalChat':
    'The template is offered in your own chat with me only: press “Get the template” there.',
  'message.onlyInPersonalChat': 'Claims are filed in your own chat with me, not in a channel.',
} as const;
