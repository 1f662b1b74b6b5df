/** The desk: one document. Links swap what is inside it, so that memory is enough to hold the keys. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Me } from '../../casework/wire.ts';
import { type Clock, dayIn } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import { KeyRefusal, type ReaderList } from '../../platform/keys/index.ts';
import { installation } from '../reporter/root.ts';
import { ask, Refused } from './ask.ts';
import { type Desk, DeskContext, type SignedOutWhy } from './desk.ts';
import { checkedOwn, forget, type Held, unlockByPasskey } from './held.ts';
import { IdleWarning } from './idle-warning.tsx';
import { acceptedList } from './list.ts';
import type { Touched } from './passkey.ts';
import { Trouble } from './problem.tsx';
import { Rooms } from './rooms.tsx';
import { readFlag, writeFlag } from './shortcuts.ts';
import { Shortcuts } from './shortcuts-help.tsx';
import { SignIn } from './sign-in.tsx';
import { addressOf, home, type View, viewOf } from './view.ts';

type State =
  | { is: 'loading' }
  | { is: 'out'; why: SignedOutWhy }
  | { is: 'stuck'; problem: unknown }
  | { is: 'in'; me: Me; list: ReaderList };

type Answered = Touched<{ id: string }>;

export function App({ t, clock }: { t: T; clock: Clock }) {
  const [state, setState] = useState<State>({ is: 'loading' });
  const [held, setHeld] = useState<Held | null>(null);
  const [view, setView] = useState<View>(() => viewOf(history.state, location.hash));
  const [spoken, setSpoken] = useState('');
  const [shortcuts, setShortcuts] = useState(readFlag);
  const drafts = useRef(new Map<string, string>());
  const main = useRef<HTMLDivElement>(null);
  const holding = useRef<Held | null>(null);
  holding.current = held;

  const drop = () => {
    if (holding.current) forget(holding.current);
    drafts.current.clear();
    setHeld(null);
  };
  const load = async (touched?: Answered) => {
    const me = await ask<Me>('me');
    // The script knows which installation it was built for; another one's keys and reports are none of its business.
    if (me.installation.id !== installation) throw new KeyRefusal('swapped', { field: 'installation' });
    const list = acceptedList(me.entries, clock.now());
    setState({ is: 'in', me, list });
    if (!touched) return;
    const opened = await unlockByPasskey(me.wraps, touched).catch(() => null);
    if (opened) setHeld(checkedOwn({ me, list }, opened));
  };
  const begin = (touched?: Answered) => {
    load(touched).catch((error: unknown) => {
      const refused = error instanceof Refused ? error.code : null;
      // Somebody whose room is elsewhere has signed in here: asked again, the server shows them there.
      if (refused === 'forbidden') return location.reload();
      const signedOut = refused === 'not_signed_in';
      setState(signedOut ? { is: 'out', why: 'first' } : { is: 'stuck', problem: error });
    });
  };
  useEffect(() => {
    begin();
    const back = (event: PopStateEvent) => setView(viewOf(event.state, location.hash));
    addEventListener('popstate', back);
    // A browser may keep a page it has left in memory, keys and all.
    addEventListener('pagehide', drop);
    return () => {
      removeEventListener('popstate', back);
      removeEventListener('pagehide', drop);
    };
  }, []);

  const desk = useMemo<Desk | null>(() => {
    if (state.is !== 'in') return null;
    return {
      t,
      clock,
      today: () => dayIn(state.me.installation.zone, clock.now()),
      me: state.me,
      list: state.list,
      held,
      view,
      go(next) {
        history.pushState(next, '', addressOf(next));
        setView(next);
        scrollTo({ top: 0 });
        main.current?.focus();
      },
      refresh: () => load(),
      unlocked(keys) {
        setHeld(keys);
        main.current?.focus();
      },
      lock: drop,
      signedOut(why) {
        drop();
        setSpoken('');
        history.replaceState(home, '', addressOf(home));
        setView(home);
        setState({ is: 'out', why });
      },
      say(text) {
        // The same words twice are not read twice: the region is emptied first.
        setSpoken('');
        setTimeout(() => setSpoken(text), 50);
      },
      shortcuts,
      setShortcuts(on) {
        writeFlag(on);
        setShortcuts(on);
      },
      drafts: drafts.current,
    };
  }, [state, held, view, shortcuts]);

  return (
    <div class="desk-room">
      <p class="vh" role="status" aria-live="polite">
        {spoken}
      </p>
      {state.is === 'loading' && <p class="quiet">{t('casework.loading')}</p>}
      {state.is === 'stuck' && <Stuck t={t} problem={state.problem} again={() => begin()} />}
      {state.is === 'out' && <SignIn t={t} why={state.why} done={begin} />}
      {desk && (
        <DeskContext.Provider value={desk}>
          {held && <IdleWarning />}
          {shortcuts && <Shortcuts />}
          <Rooms main={main} />
        </DeskContext.Provider>
      )}
    </div>
  );
}

function Stuck({ t, problem, again }: { t: T; problem: unknown; again: () => void }) {
  return (
    <div class="stack-5 column">
      <h1>{t('casework.stuck')}</h1>
      <Trouble error={problem} t={t} again={again} />
    </div>
  );
}
