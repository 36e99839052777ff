import { useTranslation } from 'react-i18next';
import { signInPath, signOut, stepUpPath, useActFor, useSession } from '../session/session';

/** Who is signed in and for whom they act; one person may act for several organisations. */
export function ActingFor() {
  const { t } = useTranslation();
  const session = useSession();
  const actFor = useActFor();
  const choose = (id: string): void => {
    if (session.memberships.find((one) => one.id === id)?.locked) location.assign(stepUpPath(id));
    else actFor.mutate(id);
  };
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
          onChange={({ target }) => choose(target.value)}
        >
          {!session.acting && <option value="">{t('nobody')}</option>}
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
