/** Every call of the desk to its server. Nothing passes here that is not sealed, public or a person's own choice. */

/** What the server, or the way to it, refused. `code` 'offline' is ours: nothing arrived, or no answer came back. */
export class Refused extends Error {
  readonly code: string;
  readonly title: string;
  readonly help: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(answer: {
    code: string;
    title?: string;
    help?: string;
    params?: Readonly<Record<string, string | number>>;
  }) {
    super(answer.code);
    this.name = 'Refused';
    this.code = answer.code;
    this.title = answer.title ?? '';
    this.help = answer.help ?? '';
    this.params = answer.params ?? {};
  }
}

/** GET without a body, POST with one. Safe to repeat: every POST of the desk is taken once. */
export async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`/desk/api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused({ code: 'offline' });
  });
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return said as Answer;
  throw new Refused(isRefusal(said) ? said : { code: answer.status === 401 ? 'not_signed_in' : 'broken' });
}

function isRefusal(said: unknown): said is ConstructorParameters<typeof Refused>[0] {
  return typeof said === 'object' && said !== null && typeof (said as { code?: unknown }).code === 'string';
}
