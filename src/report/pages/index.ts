/** The first pages. */
export { CapacityLine } from './capacity.tsx';
export { pageRoutes } from './routes.tsx';
