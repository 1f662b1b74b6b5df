/** Photos and recordings of a report: closed until asked for, opened in this page, saved only when somebody says so. */
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fromBase64url } from '../../platform/keys/index.ts';
import { openFile } from '../../report/files/seal.ts';
import { Details } from '../../web/ui/details.tsx';
import { useAct } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { save } from './exporting.ts';
import { type FileOf, filesOf } from './files-of.ts';
import { Trouble } from './problem.tsx';
import type { Unsealed } from './report.tsx';

export function Files({ report, opened, handedOut }: Unsealed & Pick<Props, 'handedOut'>) {
  const files = filesOf(opened);
  return (
    <>
      {files.map((file, at) => (
        <OneFile
          key={`${file.item} ${file.file}`}
          file={file}
          number={at + 1}
          report={report.line.id}
          identity={opened.identity}
          handedOut={handedOut}
        />
      ))}
    </>
  );
}

interface Props {
  file: FileOf;
  number: number;
  report: string;
  identity: string;
  handedOut(): void;
}

function OneFile({ file: { item, file, named }, number, report, identity, handedOut }: Props) {
  const desk = useDesk();
  const { t } = desk;
  const act = useAct();
  const [part, setPart] = useState(0);
  const [content, setContent] = useState<Uint8Array | null>(null);
  const address = useAddress(content, named.type);
  const name = t(`casework.file.${named.kind}`, { number });
  const open = () =>
    act.run(async () => {
      const place = { installation: desk.me.installation.id, report, item, file };
      const piece = async (n: number) => {
        setPart(n);
        const { body } = await ask<{ body: string }>('file', { report, item, file, number: n });
        return fromBase64url(body);
      };
      setContent(await openFile(place, named, { identity, piece }).finally(handedOut));
      setPart(0);
    });
  const size = Math.max(1, Math.round(named.bytes / 1024));
  return (
    <Details summary={name} sealed about={t('casework.file.size', { size })}>
      <div class="stack">
        {!address && (
          <>
            <p class="small quiet">{t('casework.file.written')}</p>
            <p class="acts">
              <button class="btn second" type="button" disabled={act.busy} onClick={open}>
                {t('casework.file.open')}
              </button>
            </p>
          </>
        )}
        {part > 0 && act.busy && (
          <p role="status">{t('casework.file.opening', { n: part, of: named.pieces })}</p>
        )}
        <Trouble error={act.problem} t={t} />
        {address && named.kind === 'photo' && <img class="file" src={address} alt={t('casework.file.alt')} />}
        {address && named.kind === 'voice' && player(address, name)}
        {address && content && (
          <>
            <p class="small quiet">{t('casework.file.save.why')}</p>
            <p class="acts">
              <button
                class="btn second"
                type="button"
                onClick={() => save(`${report}-${number}.${ending[named.type]}`, content, named.type)}
              >
                {t('casework.file.save')}
              </button>
            </p>
          </>
        )}
      </div>
    </Details>
  );
}

/** Without a track of captions: nobody has written down what is said. Plays by a tap alone. */
const player = (src: string, label: string) =>
  h('audio', { controls: true, preload: 'metadata', src, 'aria-label': label });

const ending = { 'image/jpeg': 'jpg', 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' } as const;

/** An address only this document knows, for as long as it stands: what is behind it is never a page and runs nothing. */
function useAddress(content: Uint8Array | null, type: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!content) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(content)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
