import { useMemo } from 'react';
import { encode } from 'uqr';
import { useText } from '../i18n/provider.js';
import './qr-code.css';

export interface QrCodeProps {
  value: string;
  /** For a screen reader; default «QR-код: …» with the value. Give one where the value is secret. */
  label?: string | undefined;
  /** Error correction; `Q` where it is photographed from afar. */
  level?: 'L' | 'M' | 'Q' | 'H' | undefined;
}

/** The dark modules of a QR code as one path, one unit each, with the quiet zone of four. */
function qrPath(value: string, level: 'L' | 'M' | 'Q' | 'H'): { size: number; path: string } {
  const { size, data } = encode(value, { ecc: level, border: 4 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}

/** Always dark on white, whatever the theme: cameras want it so. */
export function QrCode({ value, label, level = 'M' }: QrCodeProps) {
  const t = useText();
  const { size, path } = useMemo(() => qrPath(value, level), [value, level]);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label ?? t('ui.qr', { text: value })} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" /><path d={path} fill="#000" />
    </svg>
  );
}
