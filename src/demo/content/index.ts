/** What the demonstration is made of. All invented: city, country, bodies, people, words. */
export { countryFile } from './country.ts';
export { type DemoPerson, organisation, outsideOrganisation, people } from './organisation.ts';
export { places } from './places.ts';
export type { DemoReport, Step } from './report.ts';
export { demoReports } from './reports.ts';
