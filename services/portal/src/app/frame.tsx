import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { areasOf } from '../session/areas';
import { useSession } from '../session/session';
import { ActingFor } from './acting-for';
import { useChanges } from './changes';
import { Preferences } from './preferences';
import { useArrival } from './use-arrival';

const Notices = lazy(() => import('./notices'));

const publicAreas = ['catalogue', 'institutions', 'map', 'standards', 'verify'] as const;

/** The frame that stays while pages come and go: where one is, who one is, language and light. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  useChanges(session.signedIn, session.acting?.id);
  useArrival();
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="frame-head">
        <Link className="brand" to="/" aria-label={t('product')}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>{t('product')}</span>
        </Link>
        <Navigation />
        <div className="frame-tools">
          <Preferences />
          {session.signedIn && (
            <Suspense>
              <Notices />
            </Suspense>
          )}
          <ActingFor />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Navigation() {
  const { t } = useTranslation();
  const session = useSession();
  const menu = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    menu.current?.removeAttribute('open');
  }, [pathname]);
  const links = [...areasOf(session), ...publicAreas].map((area) => (
    <NavLink key={area} to={`/${area}`}>
      {t(`area.${area}`)}
    </NavLink>
  ));
  return (
    <>
      <nav className="wide-only" aria-label={t('menu')}>
        {links}
      </nav>
      <details className="narrow-only" ref={menu}>
        <summary>{t('menu')}</summary>
        <nav aria-label={t('menu')}>{links}</nav>
      </details>
    </>
  );
}
