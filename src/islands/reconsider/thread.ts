/** "Not asked again in this conversation": kept for as long as the tab is open, and only once somebody has said so. */

const key = (thread: string) => `upstander-reconsider ${thread}`;

export function isQuiet(thread: string): boolean {
  try {
    return sessionStorage.getItem(key(thread)) !== null;
  } catch {
    return false;
  }
}

export function keepQuiet(thread: string): void {
  try {
    sessionStorage.setItem(key(thread), '1');
  } catch {
    // nothing can be kept here: it holds until the page is left
  }
}
