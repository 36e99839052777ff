import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Scheme } from './tokens';

const key = 'qi.scheme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function initialScheme(): Scheme {
  const chosen = localStorage.getItem(key);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return systemDark.matches ? 'dark' : 'light';
}

interface SchemeChoice {
  readonly scheme: Scheme;
  readonly choose: (scheme: Scheme) => void;
}
const SchemeContext = createContext<SchemeChoice>({ scheme: 'light', choose: () => undefined });

/** Light or dark, and the way to change it; the choice is kept in the browser. */
export const useScheme = (): SchemeChoice => use(SchemeContext);

export function Looks({ children }: { children: ReactNode }) {
  const [scheme, setScheme] = useState(initialScheme);
  useEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
  }, [scheme]);
  const choice = useMemo<SchemeChoice>(
    () => ({
      scheme,
      choose: (chosen) => {
        localStorage.setItem(key, chosen);
        setScheme(chosen);
      },
    }),
    [scheme],
  );
  return <SchemeContext value={choice}>{children}</SchemeContext>;
}
