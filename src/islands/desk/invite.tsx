/** An organiser lets someone in. The link is shown once; the key that counts is made by the invited person and signed. */
import { useState } from 'preact/hooks';
import type { Colleague, Role } from '../../casework/wire.ts';
import { Icon } from '../../web/ui/icon.tsx';
import { Note } from '../../web/ui/note.tsx';
import { useAct, useLoaded } from './act.ts';
import { ask } from './ask.ts';
import { useDesk } from './desk.ts';
import { described, fieldClass, useMissing, Why } from './missing.tsx';
import { Trouble } from './problem.tsx';

/** One person, one role: who runs the place opens nothing. */
const roles: readonly Role[] = ['caseworker', 'organiser', 'outside', 'moderator'];

const keyTexts = {
  counts: 'casework.reader.counts',
  waits: 'casework.reader.waits',
  to_sign: 'casework.reader.to_sign',
  none: 'casework.reader.no_key',
} as const satisfies Record<Colleague['key'], string>;
const tones = { counts: 'tag good', waits: 'tag mind', to_sign: 'tag mind', none: 'tag' } as const;

export function Invite() {
  const { t } = useDesk();
  const people = useLoaded('people', () => ask<{ people: Colleague[] }>('people'));
  return (
    <section class="stack-5" aria-labelledby="staff-title">
      <h2 id="staff-title">{t('casework.staff')}</h2>
      <Trouble error={people.problem} t={t} again={people.again} />
      <ul class="list">
        {(people.value?.people ?? []).map(({ id, name, roles: has, key, sessions }) => (
          <li key={id}>
            <b>{name}</b>
            <p class="meta">
              <span>{t.list(has.map((role) => t(`casework.role.${role}`)))}</span>
              <span>
                {sessions === 0 ? t('casework.sessions_none') : t('casework.sessions_n', { n: sessions })}
              </span>
            </p>
            {has.includes('moderator') ? (
              <EndAccess {...{ id, name }} ended={people.again} />
            ) : has.includes('organiser') ? (
              <span />
            ) : (
              <span class={tones[key]}>{t(keyTexts[key])}</span>
            )}
          </li>
        ))}
      </ul>
      <InviteForm invited={people.again} />
    </section>
  );
}

/** Asked twice: nothing of what they decided is lost, but they are out at once. */
function EndAccess({ id, name, ended }: { id: string; name: string; ended(): void }) {
  const { t } = useDesk();
  const [sure, setSure] = useState(false);
  const act = useAct();
  const end = () =>
    act.run(async () => {
      await ask('people/end', { id });
      ended();
    });
  return (
    <div>
      <button class="plain-btn" type="button" disabled={act.busy} onClick={sure ? end : () => setSure(true)}>
        {t(sure ? 'casework.moderator.end_sure' : 'casework.moderator.end', { name })}
      </button>
      <Trouble error={act.problem} t={t} />
    </div>
  );
}

function InviteForm({ invited }: { invited(): void }) {
  const { t } = useDesk();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Role>('caseworker');
  const [organisation, setOrganisation] = useState('');
  const [childTrained, setChildTrained] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const act = useAct();
  const outside = chosen === 'outside';
  const keyless = chosen === 'moderator';
  const missing = useMissing();
  const [noName, noOrganisation] = [missing.of('invite-name'), missing.of('invite-organisation')];
  const lacking = () => {
    if (name.trim() === '') return { field: 'invite-name', text: t('casework.missing.name') };
    return outside && organisation.trim() === ''
      ? { field: 'invite-organisation', text: t('casework.missing.organisation') }
      : null;
  };
  const invite = (event: Event) => {
    event.preventDefault();
    if (missing.stops(lacking())) return;
    act.run(async () => {
      const answer = await ask<{ url: string }>('invite', {
        name: name.trim(),
        roles: [chosen],
        childTrained: childTrained && !keyless,
        ...(outside ? { organisation: organisation.trim() } : {}),
      });
      setUrl(answer.url);
      setName('');
      invited();
    });
  };
  return (
    <form class="stack" onSubmit={invite} autocomplete="off">
      <h3>{t('casework.invite')}</h3>
      <div class={fieldClass(noName)}>
        <label for="invite-name">{t('casework.invite.name')}</label>
        <p class="hint small" id="invite-name-hint">
          {t('casework.invite.name_hint')}
        </p>
        <Why id="invite-name" text={noName} />
        <input
          class="in"
          id="invite-name"
          dir="auto"
          maxLength={80}
          value={name}
          {...described('invite-name', noName, 'invite-name-hint')}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <fieldset>
        <legend class="h3">{t('casework.invite.roles')}</legend>
        <div class="opts">
          {roles.map((role) => (
            <div class="opt" key={role}>
              <input
                type="radio"
                name="role"
                id={`role-${role}`}
                checked={chosen === role}
                onChange={() => setChosen(role)}
              />
              <label for={`role-${role}`}>
                <span>
                  {t(`casework.role.${role}`)}
                  <small>{t(`casework.role.${role}.why`)}</small>
                </span>
              </label>
            </div>
          ))}
          {!keyless && (
            <div class="opt set-apart">
              <input
                type="checkbox"
                id="child-trained"
                checked={childTrained}
                onChange={() => setChildTrained(!childTrained)}
              />
              <label for="child-trained">
                <span>
                  {t('casework.invite.child')}
                  <small>{t('casework.invite.child_why')}</small>
                </span>
              </label>
            </div>
          )}
        </div>
      </fieldset>
      {outside && (
        <div class={fieldClass(noOrganisation)}>
          <label for="invite-organisation">{t('casework.invite.organisation')}</label>
          <p class="hint small" id="invite-organisation-hint">
            {t('casework.invite.organisation_hint')}
          </p>
          <Why id="invite-organisation" text={noOrganisation} />
          <input
            class="in"
            id="invite-organisation"
            dir="auto"
            maxLength={120}
            value={organisation}
            {...described('invite-organisation', noOrganisation, 'invite-organisation-hint')}
            onInput={(event) => setOrganisation(event.currentTarget.value)}
          />
        </div>
      )}
      <Trouble error={act.problem} t={t} />
      <p class="acts">
        <button type="submit" class="btn" disabled={act.busy}>
          <Icon name="plus" />
          {t('casework.invite.do')}
        </button>
      </p>
      {url && (
        <div role="status">
          <Note kind="good" title={t('casework.invite.made')}>
            <input class="in" readOnly dir="ltr" aria-label={t('casework.invite.made')} value={url} />
            <p>{t('casework.invite.give')}</p>
          </Note>
        </div>
      )}
    </form>
  );
}
