/** `--key=value`, `--key` and `--out FILE` of the command line as an object. */
export function flags(argv = process.argv.slice(2)) {
  const found = {};
  for (const [i, text] of argv.entries()) {
    const [, key, value] = /^--([a-z-]+)(?:=(.*))?$/u.exec(text) ?? [];
    if (key !== undefined) found[key] = value ?? (key === 'out' ? argv[i + 1] : true);
  }
  return found;
}
