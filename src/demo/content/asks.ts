/** What the invented organisation has asked of the invented bodies, in every state there is. */
import { keptAsks } from './asks-kept.ts';
import { openAsks } from './asks-open.ts';

export const demoAsks = [...keptAsks, ...openAsks];
