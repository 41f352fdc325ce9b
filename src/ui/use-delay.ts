import { useEffect, useState } from 'preact/hooks';

/** True once a component has stood for this long (ms): what loads faster shows no skeleton at all. */
export function useLater(ms = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}
