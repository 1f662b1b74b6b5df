/** The way around the desk, and the page that is open. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { ArchivePage } from './archive.tsx';
import { Asks } from './asks/asks.tsx';
import { DraftPage } from './asks/draft-page.tsx';
import { OneAsk } from './asks/one-ask.tsx';
import { Bodies } from './bodies/bodies.tsx';
import { Capacity } from './capacity.tsx';
import { Corrections } from './corrections.tsx';
import { organises, reads, useDesk } from './desk.ts';
import { Enrol } from './enrol.tsx';
import { Export } from './export.tsx';
import { Identity } from './identity.tsx';
import { Inbox } from './inbox.tsx';
import { Intake } from './intake.tsx';
import { Leave } from './leave.tsx';
import { Link } from './link.tsx';
import { Many } from './many.tsx';
import { Menu } from './menu.tsx';
import { Notices } from './notices.tsx';
import { People } from './people.tsx';
import { Pressure } from './pressure.tsx';
import { Report } from './report.tsx';
import { Share } from './share.tsx';
import { Together } from './together/colleagues.tsx';
import { Unlock } from './unlock.tsx';
import type { PageName, View } from './view.ts';
import { WaitingForKey } from './waiting.tsx';

/** Pages that need no keys: an organiser who cannot read has only these. */
const open: readonly PageName[] = ['people', 'capacity', 'bodies', 'corrections'];

/** The way around that a page belongs to, where it is not one itself. */
const within: Readonly<Partial<Record<PageName, PageName>>> = {
  report: 'inbox',
  many: 'inbox',
  ask: 'asks',
  draft: 'asks',
};

export function Rooms({ main }: { main: RefObject<HTMLDivElement | null> }) {
  const { t, me, view, held } = useDesk();
  const shown = reads(me) || open.includes(view.page) ? view : ({ page: 'people' } satisfies View);
  useEffect(() => {
    document.title = t(`casework.page.${shown.page}`);
  }, [shown.page]);
  const links: readonly View[] = [
    ...(reads(me) ? [{ page: 'inbox' } as const] : []),
    ...(me.roles.includes('caseworker') ? [{ page: 'asks' } as const, { page: 'intake' } as const] : []),
    { page: 'people' },
    ...(me.roles.includes('caseworker') || organises(me) ? [{ page: 'capacity' } as const] : []),
  ];
  const current = within[shown.page] ?? shown.page;
  return (
    <>
      <nav class="rooms desk-rooms" aria-label={t('casework.rooms')}>
        <ul>
          {links.map((to) => (
            <li key={to.page}>
              <Link to={to} current={current === to.page}>
                {t(`casework.page.${to.page}`)}
              </Link>
            </li>
          ))}
        </ul>
        <Menu />
      </nav>
      <div class="desk-page" tabIndex={-1} ref={main}>
        {((shown.page === 'inbox' && me.reader && held) || shown.page === 'people') && <Notices />}
        <Page view={shown} />
      </div>
    </>
  );
}

function Page({ view }: { view: View }) {
  const { me, held } = useDesk();
  if (!open.includes(view.page)) {
    if (!me.reader && !me.waiting) return <Enrol />;
    if (!me.reader) return <WaitingForKey />;
    if (!held) return <Unlock />;
  }
  switch (view.page) {
    case 'inbox':
      return <Inbox />;
    case 'many':
      return <Many />;
    case 'report':
      return <Report id={view.id} key={view.id} />;
    case 'asks':
      return <Asks />;
    case 'ask':
      return <OneAsk id={view.id} key={view.id} />;
    case 'draft':
      return <DraftPage from={view.from} />;
    case 'intake':
      return <Intake />;
    case 'people':
      return <People />;
    case 'capacity':
      return <Capacity />;
    case 'export':
      return <Export />;
    case 'identity':
      return <Identity />;
    case 'together':
      return <Together />;
    case 'share':
      return <Share />;
    case 'archive':
      return <ArchivePage />;
    case 'leaving':
      return <Leave />;
    case 'pressure':
      return <Pressure />;
    case 'bodies':
      return <Bodies />;
    case 'corrections':
      return <Corrections />;
  }
}
