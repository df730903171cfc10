import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { ChromiumProgram } from './chromium-find.js';

const run = promisify(execFile);

/** Unpacks in a process of its own: the package takes its target and its choice of libraries from the environment at import. */
const UNPACK = `const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();`;

function packageFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
}

const FONT_SETTINGS = 'tegerek-fonts.conf';

/** The package's own settings look for its fonts in places that are not ours, and text would stay blank. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`;
}

/** The folder of the unpacked browser (206 MB below the temporary folder), made once per version; renamed into place when whole. */
async function unpacked(): Promise<string> {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `tegerek-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  // the execution environment of this name makes it unpack libnss3 and libnspr4 too
  const env = { PATH: process.env['PATH'] ?? '', HOME: unfinished, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const entry = pathToFileURL(join(source, 'build', 'esm', 'index.js')).href;
  await run(process.execPath, ['--input-type=module', '--eval', UNPACK, entry], { env });
  writeFileSync(join(unfinished, FONT_SETTINGS), fontSettings(folder));
  try { renameSync(unfinished, folder); } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Does the machine lack a library that the browser is linked with? */
async function lacksLibraries(program: string): Promise<boolean> {
  try { return (await run('ldd', [program])).stdout.includes('not found'); } catch { return true; }
}

/** The Chromium that comes inside the npm package, with the package's own libraries and fonts where the machine has none. */
export async function bundledChromium(): Promise<ChromiumProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`The bundled Chromium runs on Linux x64 only, this is ${process.platform}-${process.arch}: set CHROMIUM_PATH to a Chromium or Chrome.`);
  }
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = {};
  if (await lacksLibraries(executablePath)) env['LD_LIBRARY_PATH'] = join(folder, 'al2023', 'lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(folder, FONT_SETTINGS);
  return { executablePath, env, origin: 'bundled' };
}
