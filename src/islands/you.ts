/** A moderator adds a passkey to come in with next time. It opens no keys: there are none. */
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { startRegistration } from '@simplewebauthn/browser';
import { readTexts } from '../platform/i18n/read.ts';
import { ask, Refused } from './desk/ask.ts';

const t = readTexts();
const place = document.querySelector<HTMLElement>('[data-add-passkey]');
const button = place?.querySelector('button');
const said = place?.querySelector('[data-said]');

if (place && button && said && 'credentials' in navigator) {
  place.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    said.textContent = '';
    said.textContent = await added();
    button.disabled = false;
  });
}

async function added(): Promise<string> {
  try {
    const optionsJSON = await ask<PublicKeyCredentialCreationOptionsJSON>('passkey/options', {});
    await ask('passkey', { response: await startRegistration({ optionsJSON }), wrap: null });
    return t('staff.you.added');
  } catch (error) {
    if (error instanceof Refused && error.help !== '') return error.help;
    return t('staff.you.not_added');
  }
}
