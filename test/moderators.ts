/** Hana and Youssef moderate: their only room is Talk. And what a thread looks like in a file. */
import { type Cast, type Player, person, type Stage } from './cast.ts';

export interface Moderators {
  hana: Player;
  youssef: Player;
}

export async function moderators(stage: Stage): Promise<Moderators> {
  const hana = await person(stage, { name: 'Hana', roles: ['moderator'] });
  const youssef = await person(stage, { name: 'Youssef', roles: ['moderator'] });
  return { hana, youssef };
}

/** Lines of JSON, as they are brought in. */
export const lines = (posts: readonly object[]): string =>
  posts.map((post) => JSON.stringify(post)).join('\n');

/** Amal tells; one makes it small, one quotes him and answers, one tells of her own morning. */
export const bus = [
  {
    id: '1',
    parent: '',
    author: 'amal',
    time: '2026-11-22T07:00:00Z',
    text: 'A man leaned on me on the bus this morning and the driver did nothing.',
  },
  {
    id: '2',
    parent: '1',
    author: 'reader',
    time: '2026-11-22T07:05:00Z',
    text: 'Come on, it was only a joke. Nothing happened to you, get over it.',
  },
  {
    id: '3',
    parent: '2',
    author: 'noor',
    time: '2026-11-22T07:09:00Z',
    text: 'People told me “it was only a joke” too. It was not. Which line was it?',
  },
  {
    id: '4',
    parent: '1',
    author: 'dina',
    time: '2026-11-22T07:20:00Z',
    text: 'He grabbed me and I could not move. Everyone asked me what I was wearing. I was fourteen.',
  },
  {
    id: '5',
    parent: '1',
    author: 'reader',
    time: '2026-11-22T08:00:00Z',
    text: 'Not all men are like that. I would never do such a thing.',
  },
];

export interface Sending {
  app: Parameters<typeof import('./browse.ts').browse>[0]['app'];
  config: { publicUrl: string };
}

/** Sends a form with a file, as a browser does, signed in by this cookie. */
export async function sendFile(
  { app, config }: Sending,
  { path, cookie, file, title = '' }: { path: string; cookie: string; file: string; title?: string },
): Promise<{ status: number; text: string }> {
  const mark = 'a-mark-of-the-form';
  const part = (head: string, body: string) =>
    `--${mark}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const payload = `${part('name="title"', title)}${part('name="file"; filename="thread"', file)}--${mark}--\r\n`;
  const answer = await app.inject({
    method: 'POST',
    url: path,
    headers: {
      cookie: `__Host-session=${cookie}`,
      origin: config.publicUrl,
      'content-type': `multipart/form-data; boundary=${mark}`,
    },
    payload,
  });
  return { status: answer.statusCode, text: answer.body };
}

/** Brings the bus in and says which posts wait, in their order. */
export async function bringsIn(
  stage: Stage,
  who: { people: Pick<Cast, 'as'>; player: Player; posts?: readonly object[] },
): Promise<string> {
  const { cookie } = await who.people.as(who.player);
  const sent = { path: '/en/desk/talk/import', cookie, file: lines(who.posts ?? bus), title: 'On the bus' };
  const answer = await sendFile(stage, sent);
  if (answer.status !== 200) throw new Error(`Bringing in answered ${answer.status}`);
  return answer.text;
}
