export interface Sources {
  /** Text of a compiled module by its URL; `undefined` when there is none. */
  read: (url: string) => string | undefined;
}

const IMPORT = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+\.js)['"]/g;

/** All modules that an entry reaches by relative imports, catalogues and message files left out. */
export function reach(entry: string, sources: Sources, seen = new Map<string, string>()): Map<string, string> {
  const text = sources.read(entry);
  if (text === undefined || seen.has(entry) || /i18n\/(catalogues|messages)\//.test(entry)) return seen;
  seen.set(entry, text);
  for (const [, path = ''] of text.matchAll(IMPORT)) reach(new URL(path, entry).href, sources, seen);
  return seen;
}

/**
 * The message keys that modules name: literals, and templates such as `phase.${x}`, which stand for every key with that beginning.
 * @param keys all keys that exist, to tell a key from any other literal
 */
export function namedKeys(modules: Iterable<string>, keys: ReadonlySet<string>): Set<string> {
  const named = new Set<string>();
  for (const text of modules) {
    for (const [, key = ''] of text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)) if (keys.has(key)) named.add(key);
    for (const [, start = ''] of text.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)\$\{[^`]*`/g)) for (const key of keys) if (key.startsWith(start)) named.add(key);
  }
  return named;
}
