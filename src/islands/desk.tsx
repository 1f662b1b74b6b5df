/** The desk's one script: mounts where the page says, and keeps whatever it learns in this page's memory. */
import { render } from 'preact';
import { systemClock } from '../platform/clock.ts';
import { readTexts } from '../platform/i18n/read.ts';
import { App } from './desk/app.tsx';

const place = document.getElementById('desk');
if (place) {
  place.textContent = '';
  render(<App t={readTexts()} clock={systemClock} />, place);
}
