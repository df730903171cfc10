import { it } from '@jest/globals';

/** `it` for the parts of one story: what follows a part that failed is not tried, it would only fail for want of it. */
export function chapters(): (title: string, part: () => Promise<void> | void, timeoutMs?: number) => void {
  let failed: string | undefined;
  return (title, part, timeoutMs = 180_000) => {
    it(title, async () => {
      if (failed !== undefined) throw new Error(`not tried after «${failed}»`);
      failed = title;
      await part();
      failed = undefined;
    }, timeoutMs);
  };
}
