/** One opened text: closed by default, in its own direction, with what could not be checked said beside it. */
import type { ComponentChildren } from 'preact';
import type { T } from '../../platform/i18n/index.ts';
import { KeyRefusal, type Reader } from '../../platform/keys/index.ts';
import { readAddition } from '../../report/addition.ts';
import { readText, type TextKind } from '../../report/signed-text.ts';
import { Details } from '../../web/ui/details.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useDesk } from './desk.ts';
import type { OpenedItem } from './opening.ts';
import { said } from './problem.tsx';

interface ClosedProps {
  label: string;
  about?: string;
  text: string;
  /** Opened by the key "s". */
  first?: boolean;
  children?: ComponentChildren;
}

export function Closed({ label, about, text, first, children }: ClosedProps) {
  return (
    <div {...(first ? { 'data-show': '' } : {})}>
      <Details summary={label} sealed {...(about ? { about } : {})}>
        {text
          .split(/\n+/)
          .filter(Boolean)
          .map((line) => (
            <p dir="auto">{line}</p>
          ))}
        {children}
      </Details>
    </div>
  );
}

function NotOpened({ day, why, t }: { day: string; why: unknown; t: T }) {
  return (
    <Note kind="bad" title={t('casework.item.refused', { day: t.dayOfYear(day) })}>
      <p>{said(why, t).title}</p>
    </Note>
  );
}

/** What an item holds, or why it cannot be shown: a content nobody of ours wrote is refused like a damaged file. */
function read<Value>(
  item: OpenedItem,
  from: (content: Uint8Array) => Value,
): { ok: Value } | { why: unknown } {
  if (!item.content) return { why: item.refused };
  try {
    return { ok: from(item.content) };
  } catch (error) {
    if (error instanceof KeyRefusal) return { why: error };
    throw error;
  }
}

/** `n`: which of her additions, from 1; 0 where there is only one. */
export function AdditionText({ item, n }: { item: OpenedItem; n: number }) {
  const { t } = useDesk();
  const text = read(item, readAddition);
  if ('why' in text) return <NotOpened day={item.day} why={text.why} t={t} />;
  const label = n === 0 ? t('casework.show.addition') : t('casework.show.addition_n', { n });
  return <Closed label={label} about={t.dayOfYear(item.day)} text={text.ok || t('casework.file.wordless')} />;
}

/** A colleague may have left since: her words are shown, with a warning, as long as they are dated while she counted. */
function useWritten(kind: TextKind, { item, report }: { item: OpenedItem; report: string }) {
  const { me, list } = useDesk();
  const number = Number(item.name.slice(`${kind}-`.length));
  const place = { kind, installation: me.installation.id, report, number, day: item.day };
  return read(item, (content) => readText(place, content, list));
}

const writtenBy = ({ name }: Reader, withdrawn: Date | null, t: T): string =>
  withdrawn ? t('casework.former_key', { name }) : name;

export function NoteText({ item, report }: { item: OpenedItem; report: string }) {
  const { t } = useDesk();
  const note = useWritten('note', { item, report });
  if ('why' in note)
    return (
      <li>
        <NotOpened day={item.day} why={note.why} t={t} />
      </li>
    );
  const { text, from, withdrawn } = note.ok;
  return (
    <li>
      <p class="who">
        <b>{from ? writtenBy(from, withdrawn, t) : t('casework.note.from_nobody')}</b>{' '}
        <time dateTime={item.day}>{t.dayOfYear(item.day)}</time>
      </p>
      <p dir="auto">{text}</p>
      {withdrawn && <p>{t('casework.withdrawn_key')}</p>}
      {!from && <p>{t('casework.note.unsigned')}</p>}
    </li>
  );
}

export function ReplyText({ item, report }: { item: OpenedItem; report: string }) {
  const { t } = useDesk();
  const reply = useWritten('reply', { item, report });
  if ('why' in reply) return <NotOpened day={item.day} why={reply.why} t={t} />;
  const { text, from, withdrawn } = reply.ok;
  return (
    <Closed
      label={
        from
          ? t('casework.reply.from', { name: writtenBy(from, withdrawn, t) })
          : t('casework.reply.from_nobody')
      }
      about={t.dayOfYear(item.day)}
      text={text}
    >
      {withdrawn && <p>{t('casework.withdrawn_key')}</p>}
      {!from && <p>{t('casework.reply.unsigned')}</p>}
    </Closed>
  );
}
