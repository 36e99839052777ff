import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceRequestsRegisterEnterpriseDto } from '../api/generated';
import { ProblemError } from '../api/problem';
import { Field } from '../ui/field';
import { AreaField, IndustryField } from './place-fields';
import { Contacts } from './contacts';

export type EnterpriseProfile = ServiceRequestsRegisterEnterpriseDto;

export const noProfile: EnterpriseProfile = {
  uscc: '',
  name: '',
  areaCode: '',
  industryCode: '',
  legalRepresentative: '',
  contacts: [{ name: '', phone: '' }],
  address: '',
};

interface EnterpriseFieldsProps {
  readonly profile: EnterpriseProfile;
  readonly onChange: (profile: EnterpriseProfile) => void;
  /** What the last attempt was refused for. */
  readonly problem: unknown;
  /** The credit code is the firm: it is asked for once, when the firm is registered. */
  readonly known?: boolean;
}

const texts = ['name', 'nameEn', 'legalRepresentative', 'address'] as const;

/** What the platform knows of a firm; the same form serves who registers, who corrects and who enters it at the counter. */
export function EnterpriseFields({ profile, onChange, problem, known = false }: EnterpriseFieldsProps) {
  const { t } = useTranslation('enterprise');
  const faults = problem instanceof ProblemError ? problem.faults : [];
  const faultAt = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.message;
  const set = (change: Partial<EnterpriseProfile>) => onChange({ ...profile, ...change });
  return (
    <>
      {!known && (
        <Field label={`${t('uscc')} *`} hint={t('usccHint')} fault={faultAt('/uscc')}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={30}
              value={profile.uscc}
              onChange={({ target }) => set({ uscc: target.value })}
            />
          )}
        </Field>
      )}
      {texts.map((name) => (
        <Field key={name} label={t(name) + (name === 'nameEn' ? '' : ' *')} fault={faultAt(`/${name}`)}>
          {(control) => (
            <Input
              {...control}
              required={name !== 'nameEn'}
              maxLength={200}
              value={profile[name] ?? ''}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <AreaField value={profile.areaCode} fault={faultAt('/areaCode')} onChange={(areaCode) => set({ areaCode })} />
      <IndustryField
        value={profile.industryCode}
        fault={faultAt('/industryCode')}
        onChange={(industryCode) => set({ industryCode })}
      />
      <Contacts contacts={profile.contacts} faultAt={faultAt} onChange={(contacts) => set({ contacts })} />
    </>
  );
}

/** What is sent: texts that were left empty are left out. */
export function bodyOfProfile<T extends Partial<EnterpriseProfile>>(profile: T): T {
  const contacts = profile.contacts?.map(({ email, ...contact }) => ({ ...contact, ...(email && { email }) }));
  const { nameEn, ...others } = profile;
  return { ...others, ...(nameEn && { nameEn }), ...(contacts && { contacts }) } as T;
}
