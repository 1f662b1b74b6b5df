import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Type } from 'typebox';
import { json, type Route, redirect, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseworkDeps } from '../deps.ts';
import { putWrap } from '../people/wraps.ts';
import { base64url, Wrap } from '../shapes.ts';
import { linkPage } from '../views/link.tsx';
import { lookAtLink, useLink } from './links.ts';
import { addPasskey, registrationOptions, signIn, signInOptions } from './passkeys.ts';
import { endedCookie } from './sessions.ts';
import { accessStore, type LinkKind } from './store.ts';

/** 43 letters; one that did not come whole is told what it is, not that it cannot be read. */
const Token = Type.Object({ token: base64url(200) });
/** A browser's answer: its parts are read by the WebAuthn library; here only its size and kind are bounded. */
const Answered = Type.Object({
  id: base64url(1500),
  rawId: base64url(1500),
  type: Type.Literal('public-key'),
  response: Type.Record(Type.String(), Type.Unknown()),
  clientExtensionResults: Type.Record(Type.String(), Type.Unknown()),
  authenticatorAttachment: Type.Optional(Type.String()),
});

/** Coming in and going out. */
export function accessRoutes(deps: CaseworkDeps): Route[] {
  const links = (['sign_in', 'invitation'] as const).flatMap((kind) => linkRoutes(deps, kind));
  return [
    ...links,
    route({
      method: 'POST',
      url: '/desk/api/sign-in/options',
      guard: 'everyone',
      localised: false,
      limit: 'code',
      handle: async () => json(await signInOptions(deps)),
    }),
    route({
      method: 'POST',
      url: '/desk/api/sign-in',
      guard: 'everyone',
      localised: false,
      limit: 'code',
      body: Type.Object({ response: Answered }),
      handle: async ({ body }) => {
        const cookie = await signIn(deps, body.response as unknown as AuthenticationResponseJSON);
        return json({}, { cookies: [cookie] });
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/passkey/options',
      guard: { role: 'staff' },
      localised: false,
      handle: async ({ person }) => json(await registrationOptions(deps, here(person))),
    }),
    route({
      method: 'POST',
      url: '/desk/api/passkey',
      guard: { role: 'staff' },
      localised: false,
      body: Type.Object({ response: Answered, wrap: Type.Union([Wrap, Type.Null()]) }),
      handle: async ({ person, body }) => {
        const { id: me } = here(person);
        const response = body.response as unknown as RegistrationResponseJSON;
        const id = await addPasskey(deps, me, response);
        if (body.wrap !== null) await putWrap(deps, me, { by: id, body: body.wrap.body });
        return json({ id });
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/sessions/end',
      guard: { role: 'staff' },
      localised: false,
      body: Type.Object({ id: base64url(22, 22) }),
      handle: async ({ person, body }) => {
        await accessStore(deps.db).endSession(here(person).id, body.id);
        return json({});
      },
    }),
    route({
      method: 'POST',
      url: '/desk/api/sign-out',
      guard: { role: 'staff' },
      localised: false,
      handle: async ({ person }) => {
        const { id, sessionId } = here(person);
        await accessStore(deps.db).endSession(id, sessionId);
        return json({}, { cookies: [endedCookie] });
      },
    }),
  ];
}

/** A page that changes nothing, and its button. */
function linkRoutes(deps: CaseworkDeps, kind: LinkKind): Route[] {
  const url = kind === 'invitation' ? '/invitation/:token' : '/sign-in/:token';
  return [
    route({
      method: 'GET',
      url,
      guard: 'everyone',
      localised: true,
      limit: 'code',
      params: Token,
      handle: async (asked) => linkPage(asked, kind, await lookAtLink(deps, kind, asked.params.token)),
    }),
    route({
      method: 'POST',
      url,
      guard: 'everyone',
      localised: true,
      limit: 'code',
      params: Token,
      handle: async ({ params, link }) =>
        redirect(link('/desk'), { cookies: [await useLink(deps, kind, params.token)] }),
    }),
  ];
}

/** The guard let nobody else through. */
export function here<P>(person: P | null): P {
  if (person === null) throw new Refusal('not_signed_in');
  return person;
}
