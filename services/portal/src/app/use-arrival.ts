import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** A new page begins at its top; a link to a field leads into the field. */
export function useArrival(): void {
  const { pathname, hash } = useLocation();
  useEffect(() => {
    const target = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (target) target.focus();
    else scrollTo(0, 0);
  }, [pathname, hash]);
}
