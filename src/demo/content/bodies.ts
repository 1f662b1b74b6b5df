/** Who answers for what in Zaytara: invented bodies, the outlines of its quarters, and what is nobody's. */
import type { Area, Basis, Body, BodyKind, Outline } from '../../answer/index.ts';
import { readOutline } from '../../answer/index.ts';
import { at, places } from './places.ts';

/** id | kind | English | Arabic | mail before @….example | whoever is above | how we know, where there is no public duty */
const bodyRows = `
zaytara-council | municipality | Zaytara City Council | مجلس مدينة زيتارة | asks@council | |
harbour-office | district | Harbour District Office | ديوان حي الميناء | asks@harbour | zaytara-council |
hill-office | district | Clay Hill District Office | ديوان حي تل الطين | asks@clay-hill | zaytara-council |
transport-board | operator | Marwada Transport Board | هيئة نقل مروادة | asks@transport | |
zaytara-trams | operator | Zaytara Trams and Buses | ترام وأتوبيسات زيتارة | asks@trams | transport-board |
harbour-ferries | operator | Harbour Ferries | معدّيات الميناء | asks@ferries | transport-board |
licensing-office | licensing | Microbus Licensing Office | مكتب تراخيص الميكروباص | asks@licences | transport-board |
hill-hospital | building | Hill Hospital Administration | إدارة مستشفى التل | asks@hospital | zaytara-council |
silk-mall-company | building | Silk Mall Company | شركة مول الحرير | asks@silk-mall | | documented
lantern-pharmacy | shop | Lantern Pharmacy | صيدلية القنديل | | | spoken
lantern-shops | street | Shops of Lantern Square | محلات ميدان القنديل | | | visited
university | school | University of Zaytara | جامعة زيتارة | asks@university | |
sea-light | school | Sea Light School | مدرسة نور البحر | asks@sea-light | zaytara-council |
thread-mill-company | employer | Thread Mill Company | شركة مصنع الخيط | asks@thread-mill | | documented
harbour-police | police | Harbour Police Post | نقطة شرطة الميناء | | |
`;

/** id of a body | ids of the named places that are its. */
const placeRows = `
zaytara-trams | tram-1, tram-2, bus-7, bus-12, bus-15, bus-31, central-station, east-gate-stop
licensing-office | microbus-clay, microbus-orchards, microbus-campus
harbour-ferries | ferry, ferry-landing
zaytara-council | municipality, public-beach, lower-garden
hill-hospital | mercy-hospital
silk-mall-company | silk-mall
lantern-pharmacy | night-pharmacy
lantern-shops | lantern-square
university | zaytara-university, campus-gate, dormitories
sea-light | girls-school
thread-mill-company | thread-mill
`;

/** id | the area it lies in | the body | corners, kilometres east and north of the station. The Orchards lie outside the city. */
const areaRows = `
zaytara | | zaytara-council | -8 -3.2, -1 -3.2, -1 -7, 8 -7, 8 7, -8 7
station-quarter | zaytara | | -2.5 -1.1, 2.4 -1.1, 2.4 7, -2.5 7
old-harbour | zaytara | harbour-office | -8 -1.1, -2.5 -1.1, -2.5 3.5, -8 3.5
lighthouse-shore | zaytara | harbour-office | -8 3.5, -2.5 3.5, -2.5 7, -8 7
clay-hill | zaytara | hill-office | 2.4 1.8, 4.2 1.8, 4.2 7, 2.4 7
new-zaytara | zaytara | | 4.2 1.8, 8 1.8, 8 7, 4.2 7
east-gate | zaytara | | 2.4 -1.1, 8 -1.1, 8 1.8, 2.4 1.8
weavers | zaytara | | -8 -3.2, -1 -3.2, -1 -1.1, -8 -1.1
palm-quarter | zaytara | | -1 -7, 4 -7, 4 -1.1, -1 -1.1
university-height | zaytara | | 4 -7, 8 -7, 8 -1.1, 4 -1.1
orchards | | | -8 -7, -1 -7, -1 -3.2, -8 -3.2
`;

const cityName = { en: 'Zaytara', ar: 'زيتارة' };

export const bodies: readonly Body[] = rows(bodyRows).map(
  ([id = '', kind, en = '', ar = '', mail, parent, basis]) => ({
    id,
    kind: kind as BodyKind,
    name: { en, ar },
    mail: mail ? `${mail}.example` : null,
    parent: parent || null,
    basis: basis ? (basis as Basis) : null,
    publicDuty: !basis,
  }),
);

/** Ids of the bodies that answer for a named place. */
export const answering: ReadonlyMap<string, readonly string[]> = new Map(
  rows(placeRows).flatMap(([body = '', ids = '']) => ids.split(', ').map((id) => [id, [body]] as const)),
);

export const areas: readonly { area: Area; outline: Outline }[] = rows(areaRows).map(
  ([id = '', parent, body, corners = '']) => {
    const outline = outlineOf(corners);
    const name = places.find((place) => place.id === id)?.name ?? cityName;
    return { area: { id, name, parent: parent || null, body: body || null, outline: outline.hash }, outline };
  },
);

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
}

function outlineOf(corners: string): Outline {
  const ring = corners.split(', ').map((corner) => {
    const [east = 0, north = 0] = corner.split(' ').map(Number);
    const { lat, lng } = at(east, north);
    return [lng, lat];
  });
  const read = readOutline({ type: 'Polygon', coordinates: [ring] });
  if (!('ok' in read)) throw new Error(`An outline of the demonstration is none: ${read.why}`);
  return read.ok;
}
