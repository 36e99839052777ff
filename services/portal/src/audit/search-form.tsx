import { addDays, isId } from '@qi/kernel';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Field } from '../ui/field';
import type { AccessFilter } from './access-log-api';

const typed = ['subject', 'from', 'to'] as const;
/** Chosen by a click on somebody or some organisation in the list. */
const clicked = ['sub', 'ownerId'] as const;

/** The filter that the address carries. Days are those of the platform's time zone. */
export function filterOf(search: URLSearchParams): AccessFilter {
  const [subject, from, to] = typed.map((name) => search.get(name)?.trim() ?? '');
  const [sub, ownerId] = clicked.map((name) => search.get(name) ?? '');
  return {
    ...(subject && (isId(subject) ? { subjectId: subject } : { subjectNumber: subject })),
    ...(from && { from: startOf(from) }),
    ...(to && { to: startOf(addDays(to, 1)) }),
    ...(sub && { sub }),
    ...(ownerId && { ownerId }),
  };
}

const startOf = (day: string): string => `${day}T00:00:00+08:00`;

/** The address with one more condition, or without it. */
export function withCondition(search: URLSearchParams, name: string, value?: string): string {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return `?${next.toString()}`;
}

/** Conditions by typing, and those set by a click with a way to be rid of them. */
export function SearchForm({ nameOf }: { nameOf: (id: string) => string }) {
  const { t } = useTranslation('audit');
  const { t: tc } = useTranslation();
  const [search, setSearch] = useSearchParams();
  return (
    <form
      role="search"
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        const next = new URLSearchParams(search);
        for (const [name, value] of new FormData(event.currentTarget)) next.set(name, String(value));
        setSearch(next);
      }}
    >
      {typed.map((name) => (
        <Field key={name} label={t(`search.${name}`)}>
          {(control) => (
            <input
              {...control}
              className="text-input"
              type={name === 'subject' ? 'search' : 'date'}
              name={name}
              maxLength={100}
              defaultValue={search.get(name) ?? ''}
            />
          )}
        </Field>
      ))}
      <button type="submit" className="button">
        {tc('search')}
      </button>
      {clicked.map((name) => {
        const value = search.get(name);
        return (
          value && (
            <span key={name} className="quiet">
              {t(`search.${name}`)} {nameOf(value)} <Link to={withCondition(search, name)}>{t('search.clear')}</Link>
            </span>
          )
        );
      })}
    </form>
  );
}
