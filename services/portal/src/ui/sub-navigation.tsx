import { NavLink } from 'react-router';

interface SubNavigationProps {
  readonly label: string;
  readonly links: readonly { readonly to: string; readonly title: string }[];
}

/** The pages of an area, above each of them. The first link is the area itself. */
export function SubNavigation({ label, links }: SubNavigationProps) {
  return (
    <nav className="sub-navigation" aria-label={label}>
      {links.map(({ to, title }, index) => (
        <NavLink key={to} to={to} end={index === 0}>
          {title}
        </NavLink>
      ))}
    </nav>
  );
}
