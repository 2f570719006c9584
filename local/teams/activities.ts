import { randomUUID } from 'node:crypto';
import { type Channel, type Conversation, conversationIdOf, type Person, userIdOf } from './people.ts';
import type { Upload } from './uploads.ts';

/** An activity as Teams sends it to a bot. */
export type OutgoingActivity = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly id: string;
};

export interface BotAccount {
  /** As Teams writes it: `28:<app id>`. */
  readonly id: string;
  readonly name: string;
}

/** Who does something where. */
export interface Doing {
  readonly person: Person;
  readonly conversation: Conversation;
}

const channelData = (conversation: Conversation, tenantId: string) => {
  if (conversation.kind === 'personal') return { tenant: { id: tenantId } };
  return {
    teamsChannelId: conversation.chat,
    teamsTeamId: conversation.channel.teamId,
    channel: { id: conversation.chat, name: conversation.channel.name },
    team: { id: conversation.channel.teamId, name: conversation.channel.teamName },
    tenant: { id: tenantId },
  };
};

/** `2026-11-02T09:15:00.000+01:00`, as Teams writes the sender's own time. */
const localTimestamp = (at: Date) => {
  const minutes = -at.getTimezoneOffset();
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  const shifted = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  return `${shifted}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
};

/** Writes the activities of people, in the shape that Teams gives them. */
export type Activities = ReturnType<typeof createActivities>;

export const createActivities = ({
  bot,
  serviceUrl,
  now,
}: {
  readonly bot: BotAccount;
  readonly serviceUrl: string;
  readonly now: () => Date;
}) => {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const base = ({ person, conversation }: Doing, id: string) => {
    const at = now();
    const locale = person.locale ?? 'en-US';
    return {
      id,
      timestamp: at.toISOString(),
      localTimestamp: localTimestamp(at),
      localTimezone: timezone,
      channelId: 'msteams',
      serviceUrl,
      from: { id: userIdOf(person), name: person.name, aadObjectId: person.objectId },
      conversation: {
        id: conversationIdOf(conversation),
        conversationType: conversation.kind,
        tenantId: person.tenantId,
        ...(conversation.kind === 'channel' ? { isGroup: true, name: conversation.channel.name } : {}),
      },
      recipient: bot,
      locale,
      channelData: channelData(conversation, person.tenantId),
      entities: [{ type: 'clientInfo', locale, country: 'US', platform: 'Web', timezone }] as object[],
    };
  };

  const mention = { type: 'mention', mentioned: bot, text: `<at>${bot.name}</at>` };

  /** Typed text; in a channel `text` already carries the `<at>` of the mention. */
  const text = (doing: Doing, id: string, written: string): OutgoingActivity => {
    const fields = base(doing, id);
    const entities = doing.conversation.kind === 'channel' ? [mention, ...fields.entities] : fields.entities;
    return {
      type: 'message',
      ...fields,
      entities,
      text: written,
      textFormat: 'plain',
      attachments: [{ contentType: 'text/html', content: `<p>${written.replaceAll('<', '&lt;')}</p>` }],
    };
  };

  const file = (upload: Upload, downloadUrl: string) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `${serviceUrl}/local/documents/${upload.uploadId}/${encodeURIComponent(upload.name)}`,
    name: upload.name,
    content: {
      downloadUrl,
      uniqueId: upload.uploadId.toUpperCase(),
      fileType: upload.name.includes('.') ? upload.name.slice(upload.name.lastIndexOf('.') + 1) : '',
    },
  });

  const files = (
    doing: Doing,
    id: string,
    { written, linked }: { written: string; linked: readonly { upload: Upload; downloadUrl: string }[] },
  ): OutgoingActivity => ({
    type: 'message',
    ...base(doing, id),
    ...(written === '' ? {} : { text: written, textFormat: 'plain' }),
    attachments: [
      ...linked.map(({ upload, downloadUrl }) => file(upload, downloadUrl)),
      { contentType: 'text/html', content: `<div><p>${written.replaceAll('<', '&lt;')}</p></div>` },
    ],
  });

  const legacy = (fields: ReturnType<typeof base>, card: string) => ({
    ...fields,
    replyToId: card,
    channelData: { ...fields.channelData, source: { name: 'message' }, legacy: { replyToId: card } },
  });

  /** Action.Execute on a card, or the refresh that Teams asks for by itself. */
  const execute = (doing: Doing, card: string, value: object): OutgoingActivity => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    ...legacy(base(doing, `f:${randomUUID()}`), card),
    value,
  });

  /** Action.Submit on a card; `written` only for the `msteams` kinds that also say something. */
  const submit = (
    doing: Doing,
    press: { id: string; card: string; value: unknown; written?: string },
  ): OutgoingActivity => ({
    type: 'message',
    ...legacy(base(doing, press.id), press.card),
    ...(press.written === undefined ? {} : { text: press.written, textFormat: 'plain' }),
    value: press.value,
  });

  /** Allow or Decline on a file that the bot offers. */
  const fileConsent = (doing: Doing, card: string, value: object): OutgoingActivity => ({
    type: 'invoke',
    name: 'fileConsent/invoke',
    ...legacy(base(doing, `f:${randomUUID()}`), card),
    value,
  });

  /** What a bot hears when it is installed in a chat or a team. */
  const installed = (doing: Doing): OutgoingActivity[] => {
    const fields = base(doing, `f:${randomUUID()}`);
    const event = (eventType?: string) =>
      doing.conversation.kind === 'channel' && eventType
        ? { ...fields.channelData, eventType }
        : fields.channelData;
    return [
      { type: 'conversationUpdate', ...fields, membersAdded: [bot], channelData: event('teamMemberAdded') },
      { type: 'installationUpdate', ...fields, id: `f:${randomUUID()}`, action: 'add' },
    ];
  };

  return { text, files, execute, submit, fileConsent, installed };
};

/** Who installed the bot in a channel: its first member. */
export const installerOf = (channel: Channel): string | undefined => channel.members[0];
