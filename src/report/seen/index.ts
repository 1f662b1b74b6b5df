/** "I see it now": two taps, one card, and counts that belong to nobody. */
export { seenRoutes } from './routes.tsx';
