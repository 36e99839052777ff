import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field';
import type { EnterpriseProfile } from './enterprise-form';

type Contact = EnterpriseProfile['contacts'][number];

interface ContactsProps {
  readonly contacts: readonly Contact[];
  readonly faultAt: (pointer: string) => string | undefined;
  readonly onChange: (contacts: Contact[]) => void;
}

const parts = ['name', 'phone', 'email'] as const;

/** Whom the window and the providers may call; one at least. */
export function Contacts({ contacts, faultAt, onChange }: ContactsProps) {
  const { t } = useTranslation('enterprise');
  const set = (index: number, change: Partial<Contact>) =>
    onChange(contacts.map((contact, at) => (at === index ? { ...contact, ...change } : contact)));
  return (
    <fieldset className="stack">
      <legend>{t('contacts')}</legend>
      {contacts.map((contact, index) => (
        <div className="row pair" key={index}>
          {parts.map((part) => (
            <Field key={part} label={t(`contact.${part}`)} fault={faultAt(`/contacts/${index}/${part}`)}>
              {(control) => (
                <Input
                  {...control}
                  required={part !== 'email'}
                  type={part === 'email' ? 'email' : 'text'}
                  maxLength={60}
                  value={contact[part] ?? ''}
                  onChange={({ target }) => set(index, { [part]: target.value })}
                />
              )}
            </Field>
          ))}
          {contacts.length > 1 && (
            <Button onClick={() => onChange(contacts.filter((_, at) => at !== index))}>{t('contact.remove')}</Button>
          )}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...contacts, { name: '', phone: '' }])}>{t('contact.add')}</Button>
      </div>
    </fieldset>
  );
}
