/** A server looked at from outside: asked as anybody could ask it. */
import { connect } from 'node:tls';

export interface Heard {
  status: number;
  headers: Headers;
  /** At most its first million letters. */
  text: string;
}

const PATIENCE_MS = 10_000;
const MOST_LETTERS = 1_000_000;

/** Follows no redirect. Rejects where nobody answers within ten seconds: the code of the problem stands in `cause`. */
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

export interface Certificate {
  /** The last instant it holds. */
  until: Date;
  /** 'TLSv1.3' */
  protocol: string;
}

/** What a server shows on its TLS port; one that our own list of authorities does not know rejects. */
export function certificate({ hostname, port }: URL): Promise<Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) || 443, servername: hostname });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('ETIMEDOUT')));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const found = {
        until: new Date(socket.getPeerCertificate().valid_to),
        protocol: socket.getProtocol() ?? '',
      };
      socket.end();
      resolve(found);
    });
  });
}
