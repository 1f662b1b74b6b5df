/**
 * Leave, faster than the link alone: the page is emptied at once, then replaced, so that Back does not lead here.
 * Shift pressed three times does the same. Nothing is stored and nothing is sent but the one request to /leave.
 */
const path = '/leave';
const within = 2000;

let left = false;
let presses: number[] = [];

function leave(): void {
  left = true;
  document.title = '';
  document.body.replaceChildren();
  location.replace(path);
}

// Before any other script: whoever asks "leave this page?" is not asked when the answer was Leave.
addEventListener('beforeunload', (event) => left && event.stopImmediatePropagation(), { capture: true });

addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-leave]') : null;
  if (link === null) return;
  event.preventDefault();
  leave();
});

addEventListener('keydown', (event) => {
  if (event.repeat) return;
  presses =
    event.key === 'Shift' ? [...presses.filter((at) => event.timeStamp - at < within), event.timeStamp] : [];
  if (presses.length === 3) leave();
});

// A browser that kept the page in memory for its Back button shows it again: emptied if it was left, else made anew.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  if (left) leave();
  else location.reload();
});
