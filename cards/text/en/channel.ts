/** The question where claims are posted for reviewers (D16). */
export const channel = {
  'channel.title': 'Post claims in another channel?',
  'channel.another': 'another channel',
  'channel.inPresent':
    '{by} added CPOR Claims to {name}. Claims, answers and comments of partners can be posted there instead of here. Nothing changes until a reviewer decides.',
  'channel.inOwnChat':
    'You added CPOR Claims to {name}. For over an hour, nothing could be posted in the present channel. Claims, answers and comments of partners can be posted in the new one instead.',
  'channel.inNew':
    'No channel has been chosen yet in which claims, answers and comments of partners are posted for reviewers. Everybody in this channel would read them.',
  'channel.postThere': 'Move',
  'channel.postHere': 'Post here',
  'channel.keep': 'Keep',
  'channel.movedTitle': 'Claims are posted elsewhere now',
  'channel.moved': '{by} decided to post claims in {name}. The buttons of the cards here no longer work.',
  'channel.keptTitle': 'Claims stay in this channel',
  'channel.kept': '{by} decided not to post claims in {name}.',
} as const;
