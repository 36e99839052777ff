import type { OrganisationKind, Role } from '@qi/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { Failure } from '../ui/states';
import { useRoleNames } from './use-role-names';
import type { usePeople } from './use-people';

/** An organisation that somebody may be invited to. */
export interface Target {
  readonly kind: OrganisationKind;
  readonly id: string;
  readonly name: string;
  /** What its people are responsible for; of firms and institutions none. */
  readonly areas: readonly string[];
  readonly roles: readonly Role[];
}

interface InviteProps {
  readonly targets: readonly [Target, ...Target[]];
  readonly invite: ReturnType<typeof usePeople>['invite'];
}

/** Makes a link: who holds it may act for the organisation in these roles. */
export function Invite({ targets, invite }: InviteProps) {
  const { t } = useTranslation('people');
  const [chosen, setChosen] = useState(targets[0].id);
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [note, setNote] = useState('');
  const target = targets.find(({ id }) => id === chosen) ?? targets[0];
  return (
    <details className="card">
      <summary>{t('invite')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({
            ...{ organisationKind: target.kind, organisationId: target.id, organisationName: target.name },
            ...{ roles: [...roles], areas: [...target.areas], note },
          });
        }}
      >
        {targets.length > 1 && (
          <SelectField
            label={t('organisation')}
            value={target.id}
            options={targets.map(({ id, name }) => ({ key: id, title: name }))}
            onChange={(id) => {
              setChosen(id);
              setRoles([]);
            }}
          />
        )}
        <RoleChoice offered={target.roles} chosen={roles} onChange={setRoles} />
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

interface RoleChoiceProps {
  readonly offered: readonly Role[];
  readonly chosen: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

function RoleChoice({ offered, chosen, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('people');
  const namesOf = useRoleNames();
  return (
    <fieldset className="row">
      <legend>{t('roles')}</legend>
      {offered.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, role] : chosen.filter((each) => each !== role))
            }
          />{' '}
          {namesOf([role])}
        </label>
      ))}
    </fieldset>
  );
}
