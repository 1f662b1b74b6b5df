import type { T } from '../i18n/index.ts';
import { randomInt } from '../keys/random.ts';
import { Refusal, type RefusalCode, type RefusalParams } from '../refusal.ts';
import { describe, type Log } from './log.ts';

/** What a person is told when something did not work. */
export interface Problem {
  readonly status: number;
  readonly code: RefusalCode | 'broken';
  readonly title: string;
  readonly help: string;
  readonly params: RefusalParams;
  /** Only with 'broken': the number that stands in our log, drawn at random. */
  readonly reference?: string;
  /** The same request once more: a form with everything that was typed, or a page (no fields). */
  readonly again?: Again;
}

export interface Again {
  readonly url: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** "7K2-40R": short enough to read out on the phone, without letters that look alike. */
export function newReference(): string {
  const drawn = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
  return `${drawn.slice(0, 3)}-${drawn.slice(3)}`;
}

interface Thrown {
  readonly statusCode?: unknown;
  readonly code?: unknown;
}

/** Requests no schema ever saw: too large, of a kind we do not read, badly spelled. All of them are the asker's to mend. */
function asRefusal(error: unknown, limit: number): Refusal | null {
  if (error instanceof Refusal) return error;
  const { statusCode, code } = (typeof error === 'object' && error !== null ? error : {}) as Thrown;
  if (typeof code !== 'string' || !code.startsWith('FST_') || typeof statusCode !== 'number') return null;
  if (statusCode === 413) return new Refusal('too_large', { limit: `${Math.round(limit / 1024 / 1024)} MB` });
  return statusCode >= 400 && statusCode < 500 ? new Refusal('unreadable') : null;
}

/** Every error as a problem; `limit`: of the body that was sent, in bytes. What is not a Refusal is a bug: it is logged under a reference and nothing of it is shown. */
export function problemOf(
  error: unknown,
  t: T,
  { log, day, limit }: { log: Log; day: string; limit: number },
): Problem {
  const refusal = asRefusal(error, limit);
  if (refusal !== null) {
    const { code, params, status } = refusal;
    return {
      status,
      code,
      params,
      title: t(`refusal.${code}.title`),
      help: t(`refusal.${code}.help`, params),
    };
  }
  const reference = newReference();
  log({ day, level: 'error', reference, ...describe(error) });
  return {
    status: 500,
    code: 'broken',
    params: {},
    reference,
    title: t('web.broken.title'),
    help: t('web.broken.page'),
  };
}

/** The fields of a form body as they were typed. */
export function typed(body: unknown): Again['fields'] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one): one is string => typeof one === 'string')
      .map((one) => [name, one] as const),
  );
}
