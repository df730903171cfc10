import { useEffect, useState } from 'react';

/** What a person is writing, once they pause: what is worked out from it never stands in the way of typing. Compare by `key`, not by identity. */
export function useSettled<T>(value: T, key: string, pauseMs = 350): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [key, pauseMs]); // eslint-disable-line react-hooks/exhaustive-deps -- `key` says when `value` is another one
  return settled;
}
