/** How far the making of a package is. */
export interface PackageStep {
  done: number;
  of: number;
  part: number;
  name: string;
}

interface Last {
  file: string;
  base64: string;
}

/** Reads the lines of a package in the making. @throws when it ends early or is stopped */
export async function readPackage(url: string, signal: AbortSignal, onStep: (step: PackageStep) => void): Promise<{ name: string; blob: Blob }> {
  const response = await fetch(url, { signal, credentials: 'same-origin' });
  if (!response.ok || !response.body) throw new Error(`package: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    rest += value ?? '';
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const parsed = JSON.parse(line) as PackageStep | Last;
      if ('base64' in parsed) return { name: parsed.file, blob: new Blob([Uint8Array.from(atob(parsed.base64), (each) => each.charCodeAt(0))], { type: 'application/zip' }) };
      onStep(parsed);
    }
    if (done) throw new Error('package: ended early');
  }
}
