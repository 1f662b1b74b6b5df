/** A browser without a window: one cookie, our own origin, JSON for the desk and forms for pages. */
import type { TestWorld } from './world.ts';

export interface Heard {
  status: number;
  headers: Readonly<Record<string, string | string[] | number | undefined>>;
  text: string;
  /** The answer as JSON; throws where it is none. */
  json<Answer = Record<string, unknown>>(): Answer;
  /** The session's cookie where this answer sets one, '' where it ends it. */
  cookie: string | null;
}

export interface Browser {
  readonly cookie: string;
  get(path: string): Promise<Heard>;
  /** An object goes as JSON to `/desk/api` and `/api`, as a form to everything else. */
  post(path: string, body?: object): Promise<Heard>;
}

export function browse({ app, config }: Pick<TestWorld, 'app' | 'config'>, cookie = ''): Browser {
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Heard> => {
    const isJson = /^\/(desk\/)?api\//.test(path);
    const form = () => new URLSearchParams(body as Record<string, string> | undefined).toString();
    const answer = await app.inject({
      method,
      url: path,
      headers: {
        ...(cookie === '' ? {} : { cookie: `__Host-session=${cookie}` }),
        ...(method === 'POST' ? { origin: config.publicUrl } : {}),
        ...(body === undefined
          ? {}
          : { 'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { payload: isJson ? JSON.stringify(body) : form() }),
    });
    const set = answer.cookies.find(({ name }) => name === '__Host-session');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      json: <Answer>() => answer.json() as Answer,
      cookie: set?.value ?? null,
    };
  };
  return {
    cookie,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
  };
}
