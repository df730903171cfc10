import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/provider.js';
import { RefusalNote } from '../field.js';
import { readDoorMark, type Pixels } from './read-mark.js';
import './scanner.css';

const EVERY_MS = 150;
/** Of the picture that is read: more only costs time. */
const WIDTH = 960;

function pixelsOf(source: CanvasImageSource, width: number, height: number, canvas = document.createElement('canvas')): Pixels | null {
  const scale = Math.min(1, WIDTH / Math.max(width, 1));
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The seat number on a photo; `null`: none to be seen, or no picture at all. */
export async function readPhoto(file: Blob): Promise<number | null> {
  try {
    const picture = await createImageBitmap(file);
    const pixels = pixelsOf(picture, picture.width, picture.height);
    picture.close();
    return pixels === null ? null : readDoorMark(pixels);
  } catch {
    return null;
  }
}

type State = 'asking' | 'on' | 'refused';

/** Opens the camera and hands each picture on until the component goes. */
function useCamera(onPixels: (pixels: Pixels) => void): { video: React.RefObject<HTMLVideoElement | null>; state: State } {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>('asking');
  const handler = useRef(onPixels);
  handler.current = onPixels;
  useEffect(() => {
    let isCurrent = true;
    let stream: MediaStream | undefined;
    const canvas = document.createElement('canvas');
    const timer = setInterval(() => {
      const element = video.current;
      if (element === null || element.readyState < 2) return;
      const pixels = pixelsOf(element, element.videoWidth, element.videoHeight, canvas);
      if (pixels !== null) handler.current(pixels);
    }, EVERY_MS);
    navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } }).then(async (opened) => {
      stream = opened;
      if (!isCurrent || video.current === null) { for (const track of opened.getTracks()) track.stop(); return; }
      video.current.srcObject = opened;
      await video.current.play();
      setState('on');
    }).catch(() => { if (isCurrent) setState('refused'); });
    return () => { isCurrent = false; clearInterval(timer); for (const track of stream?.getTracks() ?? []) track.stop(); };
  }, []);
  return { video, state };
}

/** The camera's picture; each seat number that comes into view is given once, until another has been. */
export function Scanner({ onNumber }: { onNumber: (number: number) => void }) {
  const t = useText();
  const last = useRef<number | null>(null);
  const { video, state } = useCamera((pixels) => {
    const number = readDoorMark(pixels);
    if (number === null || number === last.current) return;
    last.current = number;
    onNumber(number);
  });
  if (state === 'refused') return <RefusalNote>{t('door.camera.refused')}</RefusalNote>;
  return <div className="scanner"><video ref={video} muted playsInline aria-label={t('door.camera.picture')} /><p className="sm soft" role="status">{t(state === 'on' ? 'door.camera.on' : 'door.camera.asking')}</p></div>;
}
