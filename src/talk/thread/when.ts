/** Times as files write them, to ISO 8601 in UTC. Pure. */

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
/** "Wed Oct 10 20:19:24 +0000 2018" */
const spelled = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) (\d{4})$/;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * ISO 8601 (without a zone: UTC), seconds or milliseconds since 1970, or X's own spelling. null: none is given;
 * undefined: not understood, where a day could be taken for a month.
 */
export function whenOf(given: unknown): string | null | undefined {
  if (given === null || given === undefined || given === '') return null;
  if (typeof given === 'number') return fromNumber(given);
  if (typeof given !== 'string') return undefined;
  const value = given.trim();
  if (value === '') return null;
  if (/^\d{9,13}(\.\d+)?$/.test(value)) return fromNumber(Number(value));
  const plain = iso.exec(value);
  if (plain !== null) {
    const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = plain;
    return standard(`${year}-${month}-${day}T${hour}:${minute}:${second}${zoneOf(zone)}`, Number(day));
  }
  const long = spelled.exec(value);
  if (long === null) return undefined;
  const [, month = '', day, time, zone = '', year] = long;
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  return standard(`${year}-${number}-${day}T${time}${zoneOf(zone)}`, Number(day));
}

const zoneOf = (zone: string) => (/^(z|utc)$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`);

/** Above 1e11 they are milliseconds: as seconds that would be the year 5138. */
function fromNumber(value: number): string | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  return standard(value > 1e11 ? value : value * 1000);
}

/** The 31st of a month that has 30 days is no day. */
function standard(value: string | number, day?: number): string | undefined {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return undefined;
  const last = new Date(Date.UTC(Number(String(value).slice(0, 4)), Number(String(value).slice(5, 7)), 0));
  if (day !== undefined && day > last.getUTCDate()) return undefined;
  return date.toISOString();
}
