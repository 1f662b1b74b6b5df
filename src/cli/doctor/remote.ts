/** `upstander doctor --remote URL`: what anybody sees who looks at an installation from outside. */
import type { Clock } from '../../platform/clock.ts';
import { askOutside, certificate, type Heard, safetyHeaders, whyNot } from '../../platform/http/index.ts';
import type { Finding } from './finding.ts';

/** `url`: an origin. Nothing but GET is sent, and nothing that names anybody. */
export async function remote(url: URL, clock: Clock): Promise<Finding[]> {
  let home: Heard;
  try {
    home = await askOutside(new URL('/en', url).href);
  } catch (error) {
    const found = `${url.origin} does not answer: ${whyNot(error)}. Is the server started, the name known, the certificate its own?`;
    return [{ what: 'from outside', state: 'wrong', found }];
  }
  return [
    first(home, url),
    ...(await transport(url, clock)),
    ...headers(home, url),
    clockOf(home, clock),
    await health(url),
    await securityTxt(url, clock),
  ];
}

function first({ status }: Heard, { origin }: URL): Finding {
  const what = 'from outside';
  if (status === 200) return { what, state: 'fine', found: `${origin} shows its first page` };
  return {
    what,
    state: 'wrong',
    found: `${origin}/en answers ${status}; the proxy must pass everything to PORT`,
  };
}

async function transport(url: URL, clock: Clock): Promise<Finding[]> {
  if (url.protocol === 'http:') {
    const found = 'none: what people tell without script could be read on the way. Phones need https';
    return [{ what: 'TLS', state: 'wrong', found }];
  }
  return [await tls(url, clock), await redirect(url)];
}

const DAYS_BEFORE_END = 14;

async function tls(url: URL, clock: Clock): Promise<Finding> {
  const what = 'TLS';
  try {
    const { until, protocol } = await certificate(url);
    const days = Math.floor((until.getTime() - clock.now().getTime()) / 86_400_000);
    const found = `${protocol}, certificate for ${days} more days`;
    return days > DAYS_BEFORE_END
      ? { what, state: 'fine', found }
      : { what, state: 'mind', found: `${found}: is it renewed by itself?` };
  } catch (error) {
    return { what, state: 'wrong', found: `${url.hostname}: ${whyNot(error)}` };
  }
}

async function redirect(url: URL): Promise<Finding> {
  const what = 'plain http';
  const plain = `http://${url.hostname}/en`;
  try {
    const { status, headers } = await askOutside(plain);
    const to = headers.get('location') ?? '';
    if (status >= 300 && status < 400 && to.startsWith(`https://${url.hostname}`)) {
      return { what, state: 'fine', found: `sends on to https (${status})` };
    }
    return { what, state: 'wrong', found: `${plain} answers ${status} instead of sending on to https` };
  } catch {
    return { what, state: 'fine', found: 'nobody listens there' };
  }
}

const namesOfPrograms = ['server', 'x-powered-by', 'via', 'x-served-by'] as const;

function headers(home: Heard, { origin }: URL): Finding[] {
  const expected = Object.entries(safetyHeaders(origin));
  const differing = expected
    .filter(([name, value]) => home.headers.get(name) !== value)
    .map(([name]) => name);
  const talking = namesOfPrograms.filter((name) => home.headers.has(name));
  return [
    differing.length === 0
      ? { what: 'headers', state: 'fine', found: `${expected.length} as they are sent` }
      : {
          what: 'headers',
          state: 'wrong',
          found: `missing or changed on the way: ${differing.join(', ')}; the proxy must leave them as they are`,
        },
    talking.length === 0
      ? { what: 'says of itself', state: 'fine', found: 'nothing' }
      : {
          what: 'says of itself',
          state: 'mind',
          found: `${talking.join(', ')}: take them away in the proxy`,
        },
  ];
}

const CLOCKS_MAY_DIFFER_S = 60;

function clockOf({ headers }: Heard, clock: Clock): Finding {
  const what = 'clock outside';
  const told = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(told)) return { what, state: 'mind', found: 'it says no date' };
  const seconds = Math.round(Math.abs(told - clock.now().getTime()) / 1000);
  const found = `${seconds} s beside this machine's`;
  return { what, state: seconds < CLOCKS_MAY_DIFFER_S ? 'fine' : 'wrong', found };
}

async function health(url: URL): Promise<Finding> {
  const what = 'healthz';
  const { status, text } = await askOutside(new URL('/healthz', url).href);
  if (status === 200) return { what, state: 'fine', found: text.trim().slice(0, 80) };
  return { what, state: 'wrong', found: `${status}: ${text.trim().slice(0, 80)}` };
}

async function securityTxt(url: URL, clock: Clock): Promise<Finding> {
  const what = 'security.txt';
  const { status, text } = await askOutside(new URL('/.well-known/security.txt', url).href);
  if (status === 404) {
    const found = 'not there: whoever finds a hole knows nobody to tell; set SECURITY_CONTACT';
    return { what, state: 'mind', found };
  }
  const until = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  const contact = /^Contact: (.+)$/m.exec(text)?.[1];
  if (status !== 200 || contact === undefined || !(until > clock.now().getTime())) {
    return { what, state: 'wrong', found: 'without Contact, or out of date (RFC 9116)' };
  }
  return { what, state: 'fine', found: contact.slice(0, 120) };
}
