/** What single values of the configuration mean. Pure: nothing is looked up. */
import { isIP } from 'node:net';
import { isAddress } from './mail/address.ts';

/** A server that sends mail. */
export type Smtp = {
  host: string;
  port: number;
  secure: boolean;
  login: { user: string; password: string } | null;
} | null;

export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

export function isHost(text: string): boolean {
  return text === 'localhost' || isIP(text) !== 0;
}

export function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Browsers give passkeys and sealing only to https and localhost, so nothing else is a public address. */
export function publicOrigin(text: string): string | null {
  const url = urlOf(text);
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  const here = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
  return url.protocol === 'https:' || (url.protocol === 'http:' && here) ? url.origin : null;
}

export function origins(text: string): string[] | null {
  const list = text === '' ? [] : text.split(',').map((part) => publicOrigin(part.trim()));
  const found = list.filter((origin) => origin !== null);
  return found.length === list.length ? found : null;
}

export function proxies(text: string): false | string[] | null {
  if (text === 'no') return false;
  const list = text.split(',').map((part) => part.trim());
  return list.every((part) => isIP(part.replace(/\/\d{1,3}$/, '')) !== 0) ? list : null;
}

export function smtp(text: string): Smtp {
  const url = urlOf(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return null;
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') return null;
  const secure = url.protocol === 'smtps:';
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === null || password === null) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    login: user === '' ? null : { user, password },
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function isAddressOrNone(text: string): boolean {
  return text === '' || isAddress(text);
}

export function isNameServer(text: string): boolean {
  const [, inside, plain, port = '53'] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  return isIP(text) !== 0 || (isIP(inside ?? plain ?? '') !== 0 && isPort(port));
}

/** A version 3 address of an onion service: a 56 letter key. */
export function onionOrigin(text: string): string | null {
  return /^http:\/\/[a-z2-7]{56}\.onion$/.test(text) ? text : null;
}

/** Where a person writes to: a mail address becomes mailto:, an https page stays (RFC 9116, 2.5.3). */
export function contact(text: string): string | null {
  if (isAddress(text)) return `mailto:${text}`;
  return urlOf(text)?.protocol === 'https:' ? text : null;
}
