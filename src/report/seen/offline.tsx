/** What the service worker keeps for reading without a network: these pages in this language, and Get help now. */
import { type Frame, Icon } from '../../web/index.ts';
import { scenes } from './model.ts';

export interface OfflineData {
  /** Where the service worker is served; a path of the whole site, so that it may answer for it. */
  worker: string;
  pages: readonly string[];
}

export const offlineData = ({ link, asset }: Frame): OfflineData => ({
  worker: '/sw.js',
  pages: [link('/seen'), ...scenes.map((scene) => link(`/seen/${scene}`)), link('/help'), asset('style.css')],
});

/** Shown by the island once everything is there; without script it is never claimed. */
export function Offline({ asked }: { asked: Frame }) {
  return (
    <p class="with-i small quiet" id="offline" hidden>
      <Icon name="wifi-off" />
      <span>{asked.t('seen.offline')}</span>
    </p>
  );
}
