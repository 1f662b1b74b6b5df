import type { VNode } from 'preact';
import type { Clock } from '../clock.ts';
import type { Said } from '../i18n/index.ts';
import type { Load } from '../watch/index.ts';
import type { Assets } from './assets.ts';
import type { Health } from './health.ts';
import type { Allowances } from './limits.ts';
import type { Log } from './log.ts';
import type { Problem } from './problem.ts';
import type { Asked, Person, Route } from './route.ts';
import type { Shelf } from './shelf.ts';

/** Everything the front door needs to know about the house behind it. */
export interface House {
  readonly routes: readonly Route[];
  /** An origin; a function, because a free port is known only after listening. */
  publicUrl(): string;
  /** The origin of the onion service; its pages are ours too. */
  readonly onionUrl?: string | null;
  /** The URL of whoever hears about a hole in our security; without it there is no security.txt. */
  readonly securityContact?: string | null;
  readonly leaveUrl: string;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: false | string[];
  readonly demonstration: boolean;
  readonly organisation: Said;
  readonly clock: Clock;
  readonly log: Log;
  readonly assets: Assets;
  /** Whether it is well, and who is told how. */
  readonly health?: Health;
  /** What is kept is sent from here, before anything else is asked. */
  readonly shelf?: Shelf;
  /** While it is heavy, routes that wait are not answered. */
  readonly load?: Load;
  /** Who a session cookie belongs to; null for a cookie nobody knows or whose session has ended. */
  whoIs(cookie: string): Promise<Person | null>;
  /** The page of a refusal or a bug. */
  problemPage(problem: Problem, asked: Asked): VNode;
  /** 'none' for load tests only. */
  readonly allowances: Allowances | 'none';
}
