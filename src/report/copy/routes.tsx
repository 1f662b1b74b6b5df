/** The copy as a download; its name says nothing. */
import { dayIn } from '../../platform/clock.ts';
import { page, type Route, route } from '../../platform/http/index.ts';
import type { ReportDeps } from '../deps.ts';
import { CopyFile } from './file.tsx';

export const copyPath = '/copy.html';

export const copyRoutes = ({
  installation,
  clock,
  lines,
}: Pick<ReportDeps, 'installation' | 'clock' | 'lines'>): Route[] => [
  route({
    method: 'GET',
    url: copyPath,
    guard: 'everyone',
    localised: false,
    async handle({ organisation }) {
      const today = dayIn(installation.zone, clock.now());
      const view = <CopyFile lines={await lines.lines()} today={today} organisation={organisation} />;
      return page(view, { headers: { 'content-disposition': 'attachment; filename="upstander.html"' } });
    },
  }),
];
