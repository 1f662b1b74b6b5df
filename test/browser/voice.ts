import type { Page } from 'playwright-core';

/** No machine of ours has a microphone: a tone stands for her voice, and all else is the browser's own. */
export function aToneForAVoice(): void {
  navigator.mediaDevices.getUserMedia = async () => {
    const sound = new AudioContext();
    const tone = sound.createOscillator();
    const out = sound.createMediaStreamDestination();
    tone.connect(out);
    tone.start();
    const given = out.stream.getTracks();
    document.addEventListener('heard', () => {
      document.body.dataset.heard = given.map(({ readyState }) => readyState).join(' ');
    });
    return out.stream;
  };
}

/** Whether each microphone she was given is still 'live', or 'ended'. */
export const microphone = (page: Page): Promise<string> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event('heard'));
    return document.body.dataset.heard ?? 'never asked';
  });
