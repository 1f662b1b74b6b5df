/** Whether mail can go out, and whether others will believe that it is from us. */
import type { Config, MailConfig } from '../../platform/config.ts';
import type { Installation } from '../../platform/installation.ts';
import {
  domainOf,
  type Found,
  mailReader,
  outboxFolder,
  reach,
  recordsOf,
} from '../../platform/mail/index.ts';
import type { Finding, Ground } from './finding.ts';

type Kind = Pick<Installation, 'kind'> | null;

/** Speaks to the mail server and to a name server, and sends nothing. */
export async function mail(config: Pick<Config, 'data' | 'mail'>, installation: Kind): Promise<Finding[]> {
  const what = 'mail';
  const { smtp, from } = config.mail;
  if (installation?.kind !== 'real') {
    return [{ what, state: 'fine', found: `none is sent; it lies in ${outboxFolder(config.data)}` }];
  }
  if (smtp === null || from === null) {
    const found = 'none is sent, letters are printed; SMTP_URL and MAIL_FROM name your server (docs/mail.md)';
    return [{ what, state: 'mind', found }];
  }
  return [await server(smtp), ...(await domain(config.mail, from.address)), ...desk(config.mail)];
}

const fixes: readonly (readonly [RegExp, string])[] = [
  [/^EAUTH/, 'it does not take user and password; in SMTP_URL write @ as %40 and / as %2F'],
  [/^ETLS/, 'no TLS, or a certificate of another name; for one of your own set NODE_EXTRA_CA_CERTS'],
  [/^EDNS/, 'its name is not known'],
  [
    /^(ETIMEDOUT|ECONNECTION|ESOCKET)/,
    'nobody answers there; a firewall often closes port 25 and leaves 587 open',
  ],
];

async function server(smtp: NonNullable<MailConfig['smtp']>): Promise<Finding> {
  const what = 'mail server';
  const where = `${smtp.host}, port ${smtp.port}`;
  const reached = await reach(smtp);
  if (!reached.reached) {
    const why = fixes.find(([kind]) => kind.test(reached.problem))?.[1] ?? 'it refuses us';
    return { what, state: 'wrong', found: `${where}: ${reached.problem}; ${why}` };
  }
  const how = `${reached.tls ? 'TLS' : 'without TLS, on this machine'}, ${reached.loggedIn ? 'logged in' : 'no login'}`;
  return { what, state: 'fine', found: `${where}: ${how}` };
}

async function domain({ returnTo, nameServer }: MailConfig, from: string): Promise<Finding[]> {
  const domains = { from: domainOf(from), returnTo: domainOf(returnTo ?? from) };
  const { spf, dmarc } = await recordsOf(domains, nameServer);
  return [spfOf(spf, domains.returnTo), dmarcOf(dmarc, domains.from)];
}

function spfOf(spf: Found, domain: string): Finding {
  const what = 'SPF';
  switch (spf.found) {
    case 'answer':
      return /[ +]\+?all\b/i.test(spf.text) && !/[~?-]all\b/i.test(spf.text)
        ? { what, state: 'mind', found: `${domain} lets everybody send for it: end the record with -all` }
        : { what, state: 'fine', found: `${domain}: ${spf.text.slice(0, 200)}` };
    case 'none':
      return {
        what,
        state: 'wrong',
        found: `${domain} has none: our mail lands among junk. docs/mail.md has a line for it`,
      };
    case 'many':
      return {
        what,
        state: 'wrong',
        found: `${domain} has more than one, so none counts (RFC 7208, 4.5): keep one`,
      };
    case 'away':
      return { what, state: 'mind', found: `${domain}: no name server answered` };
  }
}

function dmarcOf(dmarc: Found, domain: string): Finding {
  const what = 'DMARC';
  switch (dmarc.found) {
    case 'answer': {
      const policy = /;\s*p\s*=\s*(\w+)/i.exec(dmarc.text)?.[1]?.toLowerCase();
      if (policy === 'quarantine' || policy === 'reject') {
        return { what, state: 'fine', found: `${dmarc.at}: p=${policy}` };
      }
      const found = `${dmarc.at}: p=${policy ?? 'nothing'}; anybody can write in your name until it is quarantine or reject`;
      return { what, state: 'mind', found };
    }
    case 'none':
      return {
        what,
        state: 'mind',
        found: `_dmarc.${domain} has none: large mail services may refuse us. docs/mail.md has a line for it`,
      };
    case 'many':
      return { what, state: 'wrong', found: `_dmarc.${domain} has more than one, so none counts: keep one` };
    case 'away':
      return { what, state: 'mind', found: `${domain}: no name server answered` };
  }
}

function desk({ desk }: MailConfig): Finding[] {
  if (desk !== null) return [];
  return [
    {
      what: 'mail to the desk',
      state: 'fine',
      found: 'none: MAIL_DESK would tell caseworkers that something waits',
    },
  ];
}

/** Mails that no server has taken yet. */
export async function mailWaiting({ db }: Ground): Promise<Finding[]> {
  const what = 'mail waiting';
  const { waiting, problem } = await mailReader(db).figures();
  if (waiting === 0) return [];
  const why = problem === null ? '' : `, last ${problem}`;
  const found = `${waiting}${why}; they are tried again for four days, at most ten minutes apart`;
  return [{ what, state: problem === null ? 'fine' : 'mind', found }];
}
