import type { CardAction, FileView, Jump, Jumped, PressOutcome, State } from '../teams/views.ts';

const api = '/local/api';

const postJson = async <T>(path: string, body: unknown): Promise<T> => {
  const response = await fetch(`${api}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json() as Promise<T>;
};

export const fetchState = async (): Promise<State> => (await fetch(`${api}/state`)).json() as Promise<State>;

export const sendMessage = (
  person: string,
  message: { readonly conversation: string; readonly text: string; readonly uploads: readonly string[] },
) => postJson<unknown>(`people/${person}/messages`, message);

/** The browser streams the file from disk; it is never read into memory. */
export const uploadFile = async (person: string, file: File): Promise<FileView> => {
  const response = await fetch(`${api}/people/${person}/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw new Error(`The file was answered ${response.status}`);
  return response.json() as Promise<FileView>;
};

export const pressAction = (
  person: string,
  press: {
    readonly activityId: string;
    readonly action: CardAction;
    readonly trigger: 'manual' | 'automatic';
  },
) => postJson<PressOutcome>(`people/${person}/press`, press);

/** Allow or Decline on a file that the bot offers. */
export const answerConsent = (
  person: string,
  answer: { readonly activityId: string; readonly action: 'accept' | 'decline' },
) => postJson<PressOutcome>(`people/${person}/consent`, answer);

export const setBlocked = (person: string, blocked: boolean) =>
  postJson<unknown>(`people/${person}/blocked`, { blocked });

/** Moves the program's time forward; answers when all that was due then has been done. */
export const jumpInTime = (to: Jump) => postJson<Jumped>('clock', { to });
