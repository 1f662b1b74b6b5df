/**
 * One recording from the microphone, in the memory of this page. The microphone is let go with its end, however it comes:
 * by her tap, by the bounds, because a call takes it, or because the page is left.
 */
import { withoutMakers } from '../../report/files/makers.ts';
import { type ChosenFile, type FileType, longestMinutes } from '../../report/files/model.ts';

/** Speech needs no more: about 240 kB a minute. */
const bitsPerSecond = 32_000;
/** Bytes that may still come when it is told to end. */
const reserve = 64 * 1024;
const types: readonly FileType[] = ['audio/webm', 'audio/ogg', 'audio/mp4'];

/** Null where this browser cannot record. */
export function recordable(): FileType | null {
  if (typeof MediaRecorder !== 'function' || !navigator.mediaDevices) return null;
  return types.find((one) => MediaRecorder.isTypeSupported(one)) ?? null;
}

export interface Recorded {
  file: ChosenFile;
  seconds: number;
}
export interface Take {
  isPaused(): boolean;
  pause(): void;
  goOn(): void;
  /** What was said until now. Null where nothing was, or after `drop`. Safe to call again. */
  end(): Promise<Recorded | null>;
  drop(): void;
  /** Settles when it has ended, whoever ended it. */
  ended: Promise<Recorded | null>;
}

/** `room`: bytes it may have. `tick`: the seconds recorded so far. Rejects as getUserMedia does; nothing is held then. */
export async function takeVoice(
  type: FileType,
  { room, tick }: { room: number; tick: (seconds: number) => void },
): Promise<Take> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const tracks = stream.getTracks();
  const letGo = () => {
    for (const track of tracks) track.stop();
  };
  try {
    const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: bitsPerSecond });
    return taking(recorder, { type, room, tick, letGo });
  } catch (error) {
    letGo();
    throw error;
  }
}

interface Taking {
  type: FileType;
  room: number;
  tick: (seconds: number) => void;
  letGo: () => void;
}

function taking(recorder: MediaRecorder, { type, room, tick, letGo }: Taking): Take {
  const parts: Blob[] = [];
  let size = 0;
  let seconds = 0;
  let isDropped = false;
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.start(1_000);
  const ticking = setInterval(() => {
    if (recorder.state !== 'recording') return;
    tick(++seconds);
    if (seconds >= longestMinutes * 60) stop();
  }, 1_000);
  const ended = new Promise<Recorded | null>((done) => {
    recorder.onstop = () => {
      clearInterval(ticking);
      letGo();
      done(isDropped || size === 0 ? null : whole());
    };
  });
  async function whole(): Promise<Recorded> {
    const content = withoutMakers(type, new Uint8Array(await new Blob(parts).arrayBuffer()));
    parts.length = 0;
    return { file: { kind: 'voice', type, content }, seconds };
  }
  recorder.ondataavailable = ({ data }) => {
    parts.push(data);
    size += data.size;
    if (size > room - reserve) stop();
  };
  return {
    isPaused: () => recorder.state === 'paused',
    pause() {
      if (recorder.state === 'recording') recorder.pause();
    },
    goOn() {
      if (recorder.state === 'paused') recorder.resume();
    },
    end() {
      stop();
      return ended;
    },
    drop() {
      isDropped = true;
      parts.length = 0;
      stop();
      letGo();
    },
    ended,
  };
}
