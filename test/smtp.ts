/** A real mail server for tests: it keeps what it takes, and refuses on demand. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Taken {
  from: string;
  to: string[];
  /** ENVID and RET of the envelope. */
  dsn: { ret: string | null; envid: string | null } | undefined;
  secure: boolean;
  user: string | null;
  raw: string;
}

export interface MailServer extends AsyncDisposable {
  port: number;
  taken: Taken[];
  /** Answers RCPT TO with this from now on; null takes all. */
  refuse(answer: { code: number; text: string } | null): void;
}

interface Habits {
  login?: { user: string; password: string };
  /** Offers STARTTLS with a certificate nobody has signed. */
  tls?: boolean;
  port?: number;
}

export async function mailServer({ login, tls = false, port = 0 }: Habits = {}): Promise<MailServer> {
  const taken: Taken[] = [];
  let refusal: { code: number; text: string } | null = null;
  const options: SMTPServerOptions = {
    logger: false,
    hideSTARTTLS: !tls,
    hideDSN: false,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(login === undefined ? ['AUTH'] : []), ...(tls ? [] : ['STARTTLS'])],
    onAuth(given, _session, done) {
      const fits = given.username === login?.user && given.password === login?.password;
      done(fits ? null : new Error('no'), fits ? { user: given.username } : undefined);
    },
    onRcptTo(_address, _session, done) {
      done(refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => void parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo, dsn } = session.envelope;
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          dsn,
          secure: session.secure,
          user: typeof session.user === 'string' ? session.user : null,
          raw: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    refuse(answer) {
      refusal = answer;
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
