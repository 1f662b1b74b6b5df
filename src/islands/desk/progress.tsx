/** A long run in the browser: how far it is and how long it will take; what the server puts off waits, and the page stays alive. */
import { Refused } from './ask.ts';
import { useDesk } from './desk.ts';
import { pace, type Run } from './share-run.ts';

export const slowly = {
  putOff: (error: unknown) =>
    error instanceof Refused && error.code === 'too_many' ? Number(error.params.seconds) : null,
  wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
};

/** A timer would be slowed down in a tab behind another. */
export function drawn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

export function Progress({ run, stop }: { run: Run; stop(): void }) {
  const { t } = useDesk();
  const done = run.shared + run.sealed + run.kept;
  const how = pace(run);
  const far = t('casework.share.far', { n: done, of: t.number(run.of) });
  return (
    <div class="stack-2">
      <progress max={run.of} value={done} aria-label={far} />
      <p>{far}</p>
      {how && (
        <p class="meta">
          <span>{t('casework.share.rate', { n: how.perMinute })}</span>
          <span>{t('casework.share.left', { n: how.minutesLeft })}</span>
        </p>
      )}
      <p class="acts">
        <button class="btn second" type="button" onClick={stop}>
          {t('casework.share.stop')}
        </button>
      </p>
    </div>
  );
}
