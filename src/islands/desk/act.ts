/** One thing at a time: a button that is pressed is busy until it is done, and says what went wrong beside itself. */
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from './ask.ts';
import { DeskContext } from './desk.ts';
import { wasClosed } from './passkey.ts';
import { stay } from './stay.ts';

export interface Act {
  busy: boolean;
  problem: unknown;
  run(what: () => Promise<void>): void;
  clear(): void;
}

export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const desk = useContext(DeskContext);
  const run = useCallback(
    (what: () => Promise<void>) => {
      const back = stay();
      setBusy(true);
      setProblem(null);
      what()
        .catch((error: unknown) => {
          if (error instanceof Refused && error.code === 'not_signed_in' && desk) desk.signedOut('ended');
          // The person closed the passkey window herself: there is nothing to say.
          else if (!wasClosed(error)) setProblem(error);
        })
        .finally(() => {
          setBusy(false);
          // Once it is drawn.
          setTimeout(back, 50);
        });
    },
    [desk],
  );
  return { busy, problem, run, clear: () => setProblem(null) };
}

export interface Loaded<Value> {
  value: Value | null;
  problem: unknown;
  again(): void;
}

/** Loads when the page opens and whenever `key` changes; an answer that comes after leaving the page is dropped. */
export function useLoaded<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const desk = useContext(DeskContext);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let here = true;
    setProblem(null);
    latest
      .current()
      .then((loaded) => here && setValue(loaded))
      .catch((error: unknown) => {
        if (!here) return;
        if (error instanceof Refused && error.code === 'not_signed_in' && desk) desk.signedOut('ended');
        else setProblem(error);
      });
    return () => {
      here = false;
    };
  }, [key, round]);
  return { value, problem, again: () => setRound((n) => n + 1) };
}
