import { useEffect, useState } from 'react';

/** True once `isOn` has held for `afterMs` without a break; false at once when it ends. */
export const useLasting = (isOn: boolean, afterMs: number): boolean => {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setHasLasted(true), afterMs);
    return () => {
      clearTimeout(timer);
      setHasLasted(false);
    };
  }, [isOn, afterMs]);
  return isOn && hasLasted;
};
