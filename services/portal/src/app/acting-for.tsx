import { useTranslation } from 'react-i18next';
import { signInPath, signOut, useActFor, useSession } from '../session/session';

/** Who is signed in and for whom they act; one person may act for several organisations. */
export function ActingFor() {
  const { t } = useTranslation();
  const session = useSession();
  const actFor = useActFor();
  if (!session.known) return null;
  if (!session.signedIn)
    return (
      <a className="button" href={signInPath()}>
        {t('signIn')}
      </a>
    );
  return (
    <>
      {session.memberships.length > 0 && (
        <select
          className="acting-for"
          aria-label={t('actingFor')}
          value={session.acting?.id ?? ''}
          disabled={actFor.isPending}
          onChange={({ target }) => actFor.mutate(target.value)}
        >
          {session.memberships.map(({ id, organisation }) => (
            <option key={id} value={id}>
              {organisation.name}
            </option>
          ))}
        </select>
      )}
      <details className="popover">
        <summary>{session.person?.name}</summary>
        <div className="popover-body">
          <a href="/identity/account">{t('account')}</a>
          <button type="button" className="plain" onClick={() => void signOut()}>
            {t('signOut')}
          </button>
        </div>
      </details>
    </>
  );
}
