/**
 * Leave, faster than the link alone: the page is emptied at once, then replaced, so that Back does not lead here.
 * Shift pressed three times does the same. Our other tabs are left with it: help opens beside the page that holds her
 * words. What she was writing is deleted from this phone. Nothing is sent but the one request to /leave.
 */
const path = '/leave';
const within = 2000;

let left = false;
let presses: number[] = [];

// Safari before 15.4 has none; there each tab is left by itself.
const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('leave') : null;
tabs?.addEventListener('message', go);

function leave(): void {
  tabs?.postMessage('');
  go();
}

function go(): void {
  left = true;
  deleteWriting();
  document.title = '';
  document.body.textContent = '';
  // What is still being sent stops, also when she left by Shift or in another tab.
  dispatchEvent(new Event('left'));
  location.replace(path);
}

/** What was being written, also where there is no network or the browser knows no Clear-Site-Data. */
function deleteWriting(): void {
  try {
    indexedDB.deleteDatabase('kept');
  } catch {
    // a browser that keeps nothing
  }
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
