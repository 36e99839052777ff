/**
 * antd writes its styles into <style> elements at run time, which a strict content security policy refuses and every visitor
 * pays for. Here they are written once, at build time: the components that the portal imports are rendered with the
 * portal's tokens, light and dark, and what antd would have injected becomes one style sheet.
 */
import { readFileSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createElement, type ComponentType, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { tokensOf, type Scheme } from '../src/theme/tokens.ts';

const require = createRequire(import.meta.url);
const antd = require('antd');
// antd's own copy: a second one would know nothing of its styles.
const ofAntd = createRequire(require.resolve('antd'));
const { createCache, extractStyle, StyleProvider } = ofAntd('@ant-design/cssinjs');

type Specimen = ComponentType<Record<string, unknown>>;
const portal = join(import.meta.dirname, '..');
/** Components that show nothing until they are opened carry a panel of themselves for such purposes. */
const panel = '_InternalPanelDoNotUseOrYouWillBeFired';
const ownProps: Record<string, object> = {
  Menu: { items: [] },
  Dropdown: { menu: { items: [] }, children: createElement('i') },
};

/** The names imported from antd anywhere in the portal. */
function componentsInUse(): string[] {
  const sources = globSync(join(portal, 'src/**/*.{ts,tsx}')).map((file) => readFileSync(file, 'utf8'));
  const imports = sources.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from 'antd'/g)]);
  const names = imports.flatMap(([, list = '']) => list.split(',').map((name) => name.trim().split(' ')[0] ?? ''));
  return [...new Set(names)].filter((name) => /^[A-Z]/.test(name) && name !== 'ConfigProvider').sort();
}

function specimens(name: string): ReactElement[] {
  const component = antd[name] as Specimen & Record<string, Specimen | undefined>;
  const parts = [
    'Group',
    'Search',
    'TextArea',
    'Password',
    'RangePicker',
    'Title',
    'Text',
    'Dragger',
    'Button',
    'Item',
  ];
  const kinds = [component[panel] ?? component, ...parts.map((part) => component[part])].filter(
    (kind) => kind !== undefined,
  );
  return kinds.map((kind, index) => createElement(kind, { key: index, ...ownProps[name] }));
}

function render(scheme: Scheme, names: string[]): { rules: string; variables: string } {
  const cache = createCache();
  const theme = {
    algorithm: scheme === 'dark' ? antd.theme.darkAlgorithm : antd.theme.defaultAlgorithm,
    token: tokensOf(scheme),
    hashed: false,
    cssVar: { key: 'qi' },
  };
  const body = names.map((name) => createElement('div', { key: name }, specimens(name)));
  renderToString(createElement(StyleProvider, { cache }, createElement(antd.ConfigProvider, { theme }, ...body)));
  return {
    rules: extractStyle(cache, { plain: true, types: 'style' }),
    variables: extractStyle(cache, { plain: true, types: ['token', 'cssVar'] }),
  };
}

/** Every rule of antd that is needed, and its variables for light and dark: those of the theme stand at the root. */
export function antdCss(): string {
  const names = componentsInUse();
  const light = render('light', names);
  const dark = render('dark', names);
  if (light.rules !== dark.rules) throw new Error('antd writes rules that differ between light and dark');
  const darkVariables = dark.variables.replace(/\.qi(?=[.{])/g, ':root[data-scheme=dark] .qi').replaceAll(' .qi{', '{');
  return `${light.variables.replaceAll('.qi{', ':root{')}${darkVariables}${light.rules}`;
}
