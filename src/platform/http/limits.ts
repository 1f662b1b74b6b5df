import { isIPv6 } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import { toBase64url } from '../keys/bytes.ts';
import { mac } from '../keys/node-mac.ts';
import { randomBytes } from '../keys/random.ts';
import { Refusal } from '../refusal.ts';
import type { Limit } from './route.ts';

export interface Allowance {
  /** How many requests of this kind one connection may make. */
  readonly max: number;
  /** In how many milliseconds. */
  readonly per: number;
}

export type Allowances = Readonly<Record<Limit, Allowance>>;

/** Generous, because a whole district can share one address; codes hold 65 bits, so 30 tries find nothing. */
export const usualAllowances: Allowances = {
  page: { max: 600, per: 60_000 },
  write: { max: 90, per: 60_000 },
  code: { max: 30, per: 600_000 },
  // Of its own, so that somebody's photo never uses up what others need to tell: two minutes' worth of files at most.
  piece: { max: 120, per: 60_000 },
};

const mapped = /^::ffff:(?=\d+\.)/i;

/** An IPv6 customer holds a whole /64: only its first four groups count. */
export function network(whole: string): string {
  const address = whole.replace(mapped, '');
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4).join(':');
}

const hour = 3_600_000;

/**
 * Names a connection without its address: HMAC under a key that was made at start, lives in memory and is replaced
 * each hour. After that hour nobody can tell which address a name stood for.
 */
export function connectionNames(clock: Clock): (address: string) => string {
  let key = randomBytes(32);
  let made = clock.now().getTime();
  return (address) => {
    const now = clock.now().getTime();
    if (now - made >= hour) {
      key = randomBytes(32);
      made = now;
    }
    return toBase64url(mac(key, network(address)).slice(0, 16));
  };
}

export type Limiter = (kind: Limit, request: FastifyRequest) => Promise<void>;

/** Refusal 'too_many' {n: minutes to wait, seconds} when a connection has asked too often. Counts live in memory only. */
export async function limiter(app: FastifyInstance, allowances: Allowances, clock: Clock): Promise<Limiter> {
  const name = connectionNames(clock);
  await app.register(rateLimit, { global: false, cache: 20_000 });
  const of = ({ max, per }: Allowance) =>
    app.createRateLimit({ max, timeWindow: per, keyGenerator: (request) => name(request.ip) });
  const counters = {
    page: of(allowances.page),
    write: of(allowances.write),
    code: of(allowances.code),
    piece: of(allowances.piece),
  };
  return async (kind, request) => {
    const count = await counters[kind](request);
    if (count.isAllowed || !count.isExceeded) return;
    const seconds = Math.max(1, count.ttlInSeconds);
    throw new Refusal('too_many', { n: Math.ceil(seconds / 60), seconds });
  };
}
