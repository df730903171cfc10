import regularUrl from '@expo-google-fonts/onest/400Regular/Onest_400Regular.ttf?url';
import strongUrl from '@expo-google-fonts/onest/600SemiBold/Onest_600SemiBold.ttf?url';
import type { PdfFonts } from './document.js';

async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the font did not come (HTTP ${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

let loaded: Promise<PdfFonts> | undefined;

/** Fetches the interface's font for documents, once per page. @throws when the network gives no answer; the next call tries again */
export function loadPdfFonts(): Promise<PdfFonts> {
  loaded ??= Promise.all([bytesOf(regularUrl), bytesOf(strongUrl)]).then(([regular, strong]) => ({ regular, strong }), (error: unknown) => { loaded = undefined; throw error; });
  return loaded;
}
