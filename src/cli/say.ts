/** An error for the terminal: a refusal as its sentences, a bug as what is needed to find it. */
import texts from '../../locales/en/refusal.json';
import { Refusal } from '../platform/refusal.ts';

type Text = string | Readonly<Record<string, string>>;

export function say(error: unknown): string {
  if (!(error instanceof Refusal)) return `This is a fault of ours.\n${bug(error)}`;
  const known: Readonly<Record<string, Text>> = texts;
  const lines = [known[`${error.code}.title`], known[`${error.code}.help`]];
  return lines.map((text) => fill(text ?? error.code, error)).join('\n');
}

function fill(text: Text, { params }: Refusal): string {
  const chosen = typeof text === 'string' ? text : (text.other ?? '');
  return chosen.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

function bug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
