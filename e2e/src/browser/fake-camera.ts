import { writeFileSync } from 'node:fs';
import JsBarcode from 'jsbarcode';

const [WIDTH, HEIGHT, FRAMES] = [640, 480, 10];

/** Flags with which Chromium shows this file as its camera, without asking. */
export const cameraFlags = (file: string): string[] => ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];

/** A film (y4m) in which a badge's barcode is held before the camera. */
export function filmBarcode(file: string, text: string): void {
  const drawing: { encodings?: { data: string }[] } = {};
  JsBarcode(drawing, text, { format: 'CODE128' });
  const bars = drawing.encodings?.[0]?.data ?? '';
  const unit = Math.floor((WIDTH * 0.8) / bars.length);
  const left = Math.floor((WIDTH - unit * bars.length) / 2);
  const luma = Buffer.alloc(WIDTH * HEIGHT, 225);
  for (let y = HEIGHT / 3; y < (2 * HEIGHT) / 3; y += 1) for (const [i, bar] of [...bars].entries()) if (bar === '1') luma.fill(30, Math.floor(y) * WIDTH + left + i * unit, Math.floor(y) * WIDTH + left + (i + 1) * unit);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: FRAMES }, () => frame)]));
}
