/**
 * What a desk says about where its person's news goes. For caseworkers and organisers, each their own alone.
 *
 * GET  /desk/api/own-mail                  -> OwnMailAnswer
 * POST /desk/api/own-mail {own: OwnMail | null} -> {}   | mail_address {address} 422
 */
import type { Lang } from '../../platform/i18n/index.ts';

export interface OwnMail {
  address: string;
  /** Of what is sent there. */
  language: Lang;
}

export interface OwnMailAnswer {
  /** Null: nowhere. */
  own: OwnMail | null;
  /** False where no mail is set up. */
  sends: boolean;
}
