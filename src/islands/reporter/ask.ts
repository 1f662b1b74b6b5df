/** Asking the server, and what can go wrong: nothing is reached, or it refuses with a sentence of its own. */

/** The server answered and said no; `title` and `help` are in the reader's language. */
export class Said extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly help: string;
  /** The server's own day in UTC, 'YYYY-MM-DD'; '' when it did not say. */
  readonly day: string;

  constructor(status: number, body: Partial<Record<'code' | 'title' | 'help', string>>, date: string | null) {
    super(body.code ?? String(status));
    this.status = status;
    this.code = body.code ?? '';
    this.title = body.title ?? '';
    this.help = body.help ?? '';
    const instant = Date.parse(date ?? '');
    this.day = Number.isNaN(instant) ? '' : new Date(instant).toISOString().slice(0, 10);
  }
}

/** What the server said about it, as sentences; null when it said nothing. */
export function wordsOf(error: unknown): string | null {
  const { title, help } = error as { title?: string; help?: string };
  if (!title) return null;
  return help ? `${title}${/[.?!؟]$/u.test(title) ? '' : '.'} ${help}` : title;
}

/** Throws `Said`, or TypeError when nothing was reached. */
export const getJson = <Answer>(url: string): Promise<Answer> => ask<Answer>(url, {});

export const postJson = <Answer>(url: string, body: unknown): Promise<Answer> =>
  ask<Answer>(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

export const postForm = (url: string, body: FormData): Promise<unknown> => ask(url, { method: 'POST', body });

async function ask<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const headers = {
    ...init.headers,
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  };
  const answer = await fetch(url, { ...init, headers, credentials: 'same-origin', cache: 'no-store' });
  const text = await answer.text();
  if (answer.ok) return (text === '' ? null : JSON.parse(text)) as Answer;
  throw new Said(answer.status, bodyOf(text), answer.headers.get('date'));
}

/** A proxy in between may answer with a page instead of our JSON. */
function bodyOf(text: string): Partial<Record<'code' | 'title' | 'help', string>> {
  try {
    return JSON.parse(text) as Partial<Record<'code' | 'title' | 'help', string>>;
  } catch {
    return {};
  }
}
