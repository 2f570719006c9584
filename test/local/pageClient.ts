import { deepEqual } from 'node:assert/strict';
import type { MessageView, PressOutcome, State } from '../../local/teams/views.ts';

/** Does over the page's API what a person does on the page. */
export const pageClient = (baseUrl: string) => {
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${baseUrl}/local/api/people/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    deepEqual(response.ok, true, `${path} answered ${response.status}`);
    return response.json();
  };

  const state = async (chat?: string) => {
    const asked = chat === undefined ? '' : `?${new URLSearchParams({ chat })}`;
    return (await (await fetch(`${baseUrl}/local/api/state${asked}`)).json()) as State;
  };

  const chatOf = async (person: string): Promise<MessageView[]> => {
    const { people, messages } = await state();
    const chat = people.find(({ id }) => id === person)?.chat;
    return messages.filter((message) => message.chat === chat);
  };

  return {
    state,
    chatOf,
    newest: async (person: string) => (await chatOf(person)).at(-1),
    say: (person: string, text: string, conversation?: string) =>
      post(`${person}/messages`, { text, ...(conversation ? { conversation } : {}) }) as Promise<{
        message: MessageView;
        botStatus?: number;
      }>,
    press: (person: string, press: object) => post(`${person}/press`, press) as Promise<PressOutcome>,
    block: (person: string, blocked: boolean) => post(`${person}/blocked`, { blocked }),
    async attach(person: string, name: string, bytes: Uint8Array<ArrayBuffer>) {
      const path = `${person}/uploads?name=${encodeURIComponent(name)}`;
      const saved = await fetch(`${baseUrl}/local/api/people/${path}`, { method: 'POST', body: bytes });
      const { uploadId } = (await saved.json()) as { uploadId: string };
      return post(`${person}/messages`, { uploads: [uploadId] });
    },
  };
};
