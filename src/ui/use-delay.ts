import { useEffect, useState } from 'preact/hooks';

/** True once a component has existed for so many ms, so that fast loads show no placeholder. */
export function useLater(ms = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}
