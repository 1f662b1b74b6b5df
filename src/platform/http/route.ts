import type { VNode } from 'preact';
import type { Static, TObject, TSchema } from 'typebox';
import type { Clock } from '../clock.ts';
import type { Locale, Said, T } from '../i18n/index.ts';
import type { Kept } from './shelf.ts';

export type Role = 'caseworker' | 'organiser' | 'outside' | 'moderator';

/**
 * Who may ask. 'staff' is any signed-in person. 'signed': another machine, which proves itself by a signature in the
 * named headers; the room checks it before anything else. There is no default: a route without a guard does not compile.
 */
export type Guard =
  | 'everyone'
  | { readonly role: Role | 'staff' }
  | { readonly anyOf: readonly Role[] }
  | { readonly signed: readonly string[] };

/** What another machine sent, as it came: a signature is over these bytes and no others. */
export interface Signed {
  /** Empty with GET. */
  readonly body: Uint8Array;
  /** Those the guard names, in lower case; '' where one is missing. */
  readonly headers: Readonly<Record<string, string>>;
  /** Path and query as they were asked for. */
  readonly target: string;
}

/** Somebody signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly sessionId: string;
}

/** How often one connection may ask: see limits.ts. */
export type Limit = 'page' | 'write' | 'code' | 'piece';

/** One file of a form. Its name was dropped on the way. */
export interface SentFile {
  readonly field: string;
  /** Null where it is larger than the route takes. */
  readonly bytes: Uint8Array | null;
}

/** What a route that takes files knows before their bytes are read. */
export type Knocking<P = unknown> = Pick<Asked<P>, 'params' | 'clock'>;

/** One request, already guarded, parsed and checked. */
export interface Asked<P = unknown, Q = unknown, B = unknown> {
  readonly locale: Locale;
  readonly t: T;
  /** The path without its locale: '/report'. */
  readonly path: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Empty where the route takes none. */
  readonly files: readonly SentFile[];
  /** Null but where the guard is 'signed'. */
  readonly signed: Signed | null;
  readonly person: Person | null;
  readonly clock: Clock;
  readonly cookies: Readonly<Record<string, string>>;
  readonly demonstration: boolean;
  readonly organisation: Said;
  /** The same path in this request's locale: '/report' -> '/ar-f/report'. */
  link(path: string): string;
  /** The URL of a built file: `asset('tell')` is the island's script, `asset('style.css')` a style sheet. */
  asset(name: string): string;
}

/** `value: ''` deletes it. Always __Host-, Secure, HttpOnly, SameSite=Lax, Path=/. */
export interface Cookie {
  readonly name: `__Host-${string}`;
  readonly value: string;
  /** Seconds; without it the cookie ends with the browser. */
  readonly maxAge?: number;
}

export interface Extras {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly Cookie[];
  /** True where a secret stands beside what the asker sent: such an answer is never compressed. */
  readonly secret?: boolean;
  /** 'public' lets a browser keep it; everything else is no-store. */
  readonly cache?: 'public';
}

export type Answer = Extras &
  (
    | { readonly kind: 'page'; readonly view: VNode }
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'redirect'; readonly to: string }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly type: string }
    | { readonly kind: 'kept'; readonly kept: Kept }
  );

/** A whole document: `<Page …>` from web/. */
export const page = (view: VNode, extras: Extras = {}): Answer => ({ ...extras, kind: 'page', view });

export const json = (value: unknown, status: number | Extras = {}): Answer => ({
  ...(typeof status === 'number' ? { status } : status),
  kind: 'json',
  value,
});

/** 303: the browser asks for `to` with GET. `to` is a path of ours or a configured address, never what somebody sent. */
export const redirect = (to: string, extras: Extras = {}): Answer => ({ ...extras, kind: 'redirect', to });

export const bytes = (content: Uint8Array, type: string, extras: Extras = {}): Answer => ({
  ...extras,
  kind: 'bytes',
  bytes: content,
  type,
});

/** Out of memory, with its ETag: 304 for who has it already. Never beside a secret. */
export const kept = (of: Kept, extras: Extras = {}): Answer => ({ ...extras, kind: 'kept', kept: of });

/** These can wait while the house has too much to do: Refusal 'busy' for who asks then. */
export const waiting = (routes: readonly Route[]): Route[] =>
  routes.map((one) => (one.method === 'GET' ? { ...one, waits: true } : one));

interface Spec<P extends TSchema, Q extends TSchema, B extends TSchema> {
  /** GET changes nothing, ever. */
  readonly method: 'GET' | 'POST';
  readonly url: `/${string}`;
  readonly guard: Guard;
  /** Mounted once under each locale. */
  readonly localised: boolean;
  readonly params?: P;
  readonly query?: Q;
  /** Forms arrive as strings and lists of strings, JSON as it was sent. */
  readonly body?: B;
  /** 'page' for GET and 'write' for POST unless said otherwise. */
  readonly limit?: Limit;
  /** Bytes; 2 MiB unless said otherwise. */
  readonly bodyLimit?: number;
  /** Pages elsewhere this POST is taken from too: their origins. It may read no cookie and change nothing of anybody's. */
  readonly origins?: () => readonly string[];
  /** Takes multipart forms. `knock` refuses whoever may not send any before a byte of the body is read. */
  readonly files?: { readonly each: number; knock(asked: Knocking<Static<P>>): Promise<void> };
  handle(asked: Asked<Static<P>, Static<Q>, Static<B>>): Promise<Answer> | Answer;
}

type Nothing = TObject<Record<never, never>>;

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly url: `/${string}`;
  readonly guard: Guard;
  readonly localised: boolean;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly limit: Limit;
  readonly bodyLimit?: number;
  /** Not answered while the house has too much to do. */
  readonly waits?: boolean;
  readonly origins?: () => readonly string[];
  readonly files?: { readonly each: number; knock(asked: Knocking): Promise<void> };
  answer(asked: Asked): Promise<Answer>;
}

/** A URL, who may ask it, what it reads and what it answers. */
export function route<P extends TSchema = Nothing, Q extends TSchema = Nothing, B extends TSchema = Nothing>(
  spec: Spec<P, Q, B>,
): Route {
  const { files, ...rest } = spec;
  return {
    ...rest,
    ...(files === undefined
      ? {}
      : { files: { each: files.each, knock: (asked) => files.knock(asked as Knocking<Static<P>>) } }),
    limit: spec.limit ?? (spec.method === 'GET' ? 'page' : 'write'),
    answer: async (asked) => spec.handle(asked as Asked<Static<P>, Static<Q>, Static<B>>),
  };
}
