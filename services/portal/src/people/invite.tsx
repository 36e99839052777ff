import { rolesAt, type Role } from '@qi/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../session/session';
import { Field } from '../ui/field';
import { Failure } from '../ui/states';
import { useRoleNames } from './use-role-names';
import type { usePeople } from './use-people';

interface InviteProps {
  readonly acting: Membership;
  readonly invite: ReturnType<typeof usePeople>['invite'];
}

/** Makes a link for a colleague: who holds it may act for the organisation in these roles. */
export function Invite({ acting, invite }: InviteProps) {
  const { t } = useTranslation('people');
  const namesOf = useRoleNames();
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [note, setNote] = useState('');
  const { kind, id } = acting.organisation;
  return (
    <details className="card">
      <summary>{t('invite')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ organisationKind: kind, organisationId: id, roles: [...roles], areas: [], note });
        }}
      >
        <fieldset className="row">
          <legend>{t('roles')}</legend>
          {rolesAt[kind].map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={roles.includes(role)}
                onChange={({ target }) =>
                  setRoles(target.checked ? [...roles, role] : roles.filter((each) => each !== role))
                }
              />{' '}
              {namesOf([role])}
            </label>
          ))}
        </fieldset>
        <Field label={t('note')} hint={t('noteHint')}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={200}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <div>
          <Button htmlType="submit" disabled={roles.length === 0} loading={invite.isPending}>
            {t('make')}
          </Button>
        </div>
        {invite.data && (
          <p className="card" role="status">
            {t('link')} <code>{location.origin + invite.data.link}</code>
          </p>
        )}
        {invite.isError && <Failure error={invite.error} />}
      </form>
    </details>
  );
}
