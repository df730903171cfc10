import { BinaryBitmap, Code128Reader, DecodeHintType, GlobalHistogramBinarizer, HybridBinarizer, RGBLuminanceSource, type LuminanceSource } from '@zxing/library';
import { seatNumberOf } from '../pdf/door-mark.js';

/** A picture as a canvas gives it: RGBA, row by row. */
export interface Pixels { data: ArrayLike<number>; width: number; height: number }

const HINTS = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);

function greys({ data, width, height }: Pixels): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = ((data[at * 4] ?? 0) + 2 * (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 4;
  return grey;
}

/** The same picture a quarter turn on: a badge held upright has its bars lying. */
function turned(grey: Uint8ClampedArray, width: number, height: number): Uint8ClampedArray {
  const result = new Uint8ClampedArray(grey.length);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) result[x * height + (height - 1 - y)] = grey[y * width + x] ?? 0;
  return result;
}

function readOnce(source: LuminanceSource): number | null {
  for (const Binarizer of [HybridBinarizer, GlobalHistogramBinarizer]) {
    try {
      const number = seatNumberOf(new Code128Reader().decode(new BinaryBitmap(new Binarizer(source)), HINTS).getText());
      if (number !== null) return number;
    } catch { /* the library throws where it finds nothing */ }
  }
  return null;
}

/** The seat number on a badge's barcode, upright or turned; `null`: none here. The private QR is never read: the door has no business with it. */
export function readDoorMark(pixels: Pixels): number | null {
  const { width, height } = pixels;
  const grey = greys(pixels);
  return readOnce(new RGBLuminanceSource(grey, width, height)) ?? readOnce(new RGBLuminanceSource(turned(grey, width, height), height, width));
}
