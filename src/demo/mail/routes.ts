import { Type } from 'typebox';
import type { Config } from '../../platform/config.ts';
import { bytes, type Route, route } from '../../platform/http/index.ts';
import type { Installation } from '../../platform/installation.ts';
import { mailFile, mailNames, outboxFolder, readMail } from '../../platform/mail/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { boxPage, mailPage } from './pages.tsx';

const perPage = 30;
const Name = Type.String({ pattern: '^[\\w-]{1,80}$' });

export interface BoxDeps {
  config: Pick<Config, 'data'>;
  installation: Pick<Installation, 'zone'>;
}

/** Only where a demonstration runs: a real installation has no such pages. */
export function boxRoutes({ config: { data }, installation: { zone } }: BoxDeps): Route[] {
  return [
    route({
      method: 'GET',
      url: '/demo/mail',
      guard: 'everyone',
      localised: true,
      query: Type.Object({ from: Type.Optional(Name) }),
      async handle(asked) {
        const all = await mailNames(data);
        const { from } = asked.query;
        const rest = from === undefined ? all : all.filter((name) => name <= from);
        const mails = await Promise.all(rest.slice(0, perPage).map((name) => readMail(data, name)));
        return boxPage(asked, {
          mails: mails.filter((mail) => mail !== null),
          folder: outboxFolder(data),
          zone,
          older: rest[perPage] ?? null,
          isFirst: rest.length === all.length,
        });
      },
    }),
    route({
      method: 'GET',
      url: '/demo/mail/:name',
      guard: 'everyone',
      localised: true,
      params: Type.Object({ name: Name }),
      async handle(asked) {
        const mail = await readMail(data, asked.params.name);
        if (mail === null) throw new Refusal('not_found');
        return mailPage(asked, mail, zone);
      },
    }),
    route({
      method: 'GET',
      url: '/demo/mail/:name/file',
      guard: 'everyone',
      localised: false,
      params: Type.Object({ name: Name }),
      async handle({ params: { name } }) {
        const file = await mailFile(data, name);
        if (file === null) throw new Refusal('not_found');
        return bytes(file, 'message/rfc822', {
          headers: { 'content-disposition': `attachment; filename="${name}.eml"` },
        });
      },
    }),
  ];
}
