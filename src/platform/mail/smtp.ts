/** Speaks SMTP, and nothing else does. Passwords and mails go over TLS, or to this machine only. */
import type { Transporter } from 'nodemailer';
import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport';
import { type Config, isLoopback } from '../config.ts';
import { type Carried, type Carrier, type Message, optionsOf } from './carry.ts';

export type SmtpServer = NonNullable<Config['mail']['smtp']>;

/** Milliseconds: a server that says nothing must not hold up what else is to be done. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
};

/** STARTTLS is asked for and its certificate checked everywhere but on this machine, where nobody stands between. */
export function connectionTo({ host, port, secure, login }: SmtpServer): SMTPTransportOptions {
  const here = isLoopback(host);
  return {
    ...patience,
    host,
    port,
    secure,
    requireTLS: !here,
    tls: { rejectUnauthorized: !here },
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
  };
}

/** After a server could not be reached, it is left alone for so long: each try may take seconds. */
const REST_MS = 20_000;

export function smtpCarrier(server: SmtpServer, restMs = REST_MS): Carrier {
  let transport: Transporter | null = null;
  let resting: { until: number; problem: string } | null = null;
  return {
    async carry(message: Message): Promise<Carried> {
      if (resting !== null && performance.now() < resting.until) {
        return { taken: false, when: 'later', problem: resting.problem };
      }
      resting = null;
      try {
        // Loaded when there is a mail: a server at rest does not hold it in memory.
        transport ??= (await import('nodemailer')).createTransport(connectionTo(server));
        await transport.sendMail(optionsOf(message));
        return { taken: true };
      } catch (error) {
        const failure = failureOf(error);
        if (failure.isTheWay) resting = { until: performance.now() + restMs, problem: failure.problem };
        return { taken: false, when: failure.isFinal ? 'never' : 'later', problem: failure.problem };
      }
    },
  };
}

interface Failure {
  problem: string;
  /** No other try will help: the address is not there, or the mail is not taken (RFC 5321, 4.2.1: 5yz). */
  isFinal: boolean;
  /** It never came to the mail itself. */
  isTheWay: boolean;
}

function failureOf(error: unknown): Failure {
  const { responseCode = 0, response = '', command = '' } = error as Thrown;
  const about = command === 'RCPT TO' || command === 'DATA';
  // X.7.x is about rights (RFC 3463, 3.8): a server that does not know us yet refuses everybody's mail alike.
  const isPolicy = /^5\d\d[ -]5\.7\./.test(response);
  return {
    problem: problemOf(error),
    isFinal: about && responseCode >= 500 && !isPolicy,
    isTheWay: !about,
  };
}

interface Thrown {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
  message?: string;
}

/** 'ETLS', 'EAUTH 535': kinds only, because what a server says may name whom it was for. */
export function problemOf(error: unknown): string {
  const { code = 'ESOCKET', responseCode = 0, message = '' } = error as Thrown;
  // A certificate that is not believed arrives as a fault of the socket.
  const kind = code === 'ESOCKET' && /certificate|altnames/i.test(message) ? 'ETLS' : code;
  return responseCode === 0 ? kind : `${kind} ${responseCode}`;
}
