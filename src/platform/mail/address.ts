/** What may stand in a header of a mail. Pure. */

/** Control characters, line ends of every script, and marks that turn the direction of what follows. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as one line: nothing in it can begin another header (RFC 5322, 2.2). */
export const oneLine = (text: string): string => text.replace(unfit, ' ').replace(/ {2,}/g, ' ').trim();

/** One mailbox without a name or a list: dot-atom@domain in ASCII (RFC 5321, 4.1.2, without quoted names). */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/i.test(text)
  );
}

/** Whose mail it is, as it stands in From. */
export interface Mailbox {
  name: string;
  address: string;
}

/** Neutral: what an inbox shows to whoever looks over a shoulder. */
export const neutralName = 'Upstander';

/** 'asks@example.org' or 'Name <asks@example.org>'; null for anything else. */
export function readMailbox(text: string): Mailbox | null {
  const [, name, inside] = /^([^<>"]*?)\s*<([^<>\s]+)>$/.exec(text) ?? [];
  const address = inside ?? text;
  if (!isAddress(address) || oneLine(text) !== text) return null;
  return { name: name?.trim() || neutralName, address };
}

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();
