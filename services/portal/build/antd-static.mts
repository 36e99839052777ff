import type { Plugin } from 'vite';
import { antdCss } from './antd-css.mts';

const sheet = 'virtual:antd.css';
const injector = '@rc-component/util/es/Dom/dynamicCSS';
const noInjection = `
const nowhere = () => document.createElement('style');
export const updateCSS = nowhere, injectCSS = nowhere;
export const removeCSS = () => {}, clearContainerCache = () => {};
`;

/**
 * antd without run-time styles: `virtual:antd.css` is its style sheet, nothing is injected into the page any more, and the
 * style functions, which only the build needs, are cut from the calls that register them so that they fall away.
 */
export function antdStatic(): Plugin {
  return {
    name: 'antd-static',
    enforce: 'pre',
    resolveId: (id) => (id === sheet || id === injector ? `\0${id}` : null),
    load: (id) => (id === `\0${sheet}` ? antdCss() : id === `\0${injector}` ? noInjection : null),
    transform(code, id) {
      if (!/\/antd\/es\/.*\/style\/.*\.js$/.test(id)) return null;
      return code
        .replace(/\b(gen(?:StyleHooks|ComponentStyleHook|SubStyleComponent))\(/g, 'without($1, ')
        .concat(
          /\bgen(StyleHooks|ComponentStyleHook|SubStyleComponent)\(/.test(code)
            ? '\nfunction without(register, name) { return register(name, () => []); }\n'
            : '',
        );
    },
  };
}
