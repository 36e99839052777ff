import { Link } from 'react-router';

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly current: Key;
  readonly tabs: readonly { readonly key: Key; readonly title: string; readonly count?: number | undefined }[];
  /** Name in the address that carries the choice. */
  readonly parameter?: string;
}

/** Saved views as links: each has an address of its own, so that back, bookmarks and sharing work. */
export function Tabs<Key extends string>({ label, current, tabs, parameter = 'view' }: TabsProps<Key>) {
  return (
    <nav className="sub-navigation" aria-label={label}>
      {tabs.map(({ key, title, count }) => (
        <Link
          key={key}
          to={`?${parameter}=${key}`}
          className={key === current ? 'active' : undefined}
          aria-current={key === current ? 'page' : undefined}
        >
          {title}
          {count === undefined ? null : <span className="count"> {count}</span>}
        </Link>
      ))}
    </nav>
  );
}
