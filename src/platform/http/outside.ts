/** Asks a running server, as anybody could, and follows no redirect. */
export interface Heard {
  status: number;
  headers: Headers;
  /** At most its first 100,000 letters. */
  text: string;
}

const PATIENCE_MS = 10_000;
const MOST_LETTERS = 100_000;

/** Rejects where nobody answers within ten seconds: the code of the problem stands in `cause`. */
export async function askOutside(url: string): Promise<Heard> {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  return {
    status: answer.status,
    headers: answer.headers,
    text: (await answer.text()).slice(0, MOST_LETTERS),
  };
}

/** 'ECONNREFUSED', 'CERT_HAS_EXPIRED', 'TimeoutError': what kept a server from answering, in one word. */
export function whyNot(error: unknown): string {
  const { cause, name } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? name;
}
