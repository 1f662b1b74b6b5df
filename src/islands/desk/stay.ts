/** A button that is busy, or gone when its work is done, takes the focus with it: whoever works by keyboard would start again at the top. */

const control = 'button:enabled, summary, a[href], input:enabled, select:enabled, textarea:enabled';

/** Call it when something is pressed, and what it gives when that is done: the focus is where it was, or at the nearest control that is left. */
export function stay(): () => void {
  const around: Element[] = [];
  for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) around.push(at);
  return () => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const near = around.find(({ isConnected }) => isConnected);
    const next = near?.matches(control) ? near : near?.querySelector(control);
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  };
}
