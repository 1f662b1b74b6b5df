import { dayIn } from '../../platform/clock.ts';
import { page, type Route, route } from '../../platform/http/index.ts';
import type { ReportDeps } from '../deps.ts';
import { Help } from './help.tsx';
import { Home } from './home.tsx';
import { Keep } from './keep.tsx';
import { Need } from './need.tsx';

/** Home, Get help now, I need someone now, What we keep: pages anybody may read, that change nothing. */
export function pageRoutes({
  installation,
  clock,
  lines,
  capacity,
  answers = async () => [],
  copied = async () => null,
  kept = [],
  heldShare = async () => null,
}: Pick<
  ReportDeps,
  'installation' | 'clock' | 'lines' | 'capacity' | 'answers' | 'copied' | 'kept' | 'heldShare'
>): Route[] {
  const open = { method: 'GET', guard: 'everyone', localised: true } as const;
  const today = () => dayIn(installation.zone, clock.now());
  return [
    route({
      ...open,
      url: '/',
      handle: async (asked) =>
        page(
          <Home
            asked={asked}
            capacity={await capacity()}
            answers={await answers()}
            copied={await copied()}
          />,
        ),
    }),
    route({
      ...open,
      url: '/help',
      handle: async (asked) => page(<Help asked={asked} lines={await lines.lines()} today={today()} />),
    }),
    route({
      ...open,
      url: '/need',
      handle: async (asked) => page(<Need asked={asked} lines={await lines.lines()} today={today()} />),
    }),
    route({
      ...open,
      url: '/keep',
      handle: async (asked) =>
        page(<Keep asked={asked} copied={await copied()} kept={kept} held={await heldShare()} />),
    }),
  ];
}
