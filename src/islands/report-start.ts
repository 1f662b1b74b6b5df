/** Before she starts: what is finished and was not sent is named; with script in a secure context the words are sealed on her phone, else the form goes its own way. */
import { canSeal } from './reporter/able.ts';
import { lying } from './reporter/drawer.ts';
import { all, find, show } from './reporter/page.ts';

const form = find<HTMLFormElement>('form[data-start]');
const tell = form?.dataset.tell;

// She came from the telling page, which could not start here: sending her back would be a circle.
const chosenOff = /[?&]script=off/.test(location.search);

if (form && tell && canSeal() && !chosenOff) {
  lying()
    .then((found) => {
      const isFinished = (found?.value as { kind?: string } | undefined)?.kind === 'waiting';
      show(find('[data-waits]'), isFinished);
    })
    .catch(() => {
      // a browser that keeps nothing
    });
  for (const part of all('[data-script-off]')) show(part, false);
  for (const part of all('[data-script-on]')) show(part, true);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const shared = find<HTMLInputElement>('[name="shared"]', form)?.checked;
    // On a phone that others use, one page less stands in its history.
    if (shared) location.replace(`${tell}?shared=yes`);
    else location.assign(tell);
  });
}
