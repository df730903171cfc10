/** Class names that apply, in order: `classes('btn', isWide && 'wide')`. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
