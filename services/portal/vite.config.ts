import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdStatic } from './build/antd-static.mts';

export default defineConfig({
  plugins: [antdStatic(), react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // Of its own, or it would be evaluated after the libraries that share its chunk.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'early', test: /src\/(early|api\/first-answers|case\/case-paths|i18n\/language)\.ts$/ }],
        },
      },
    },
  },
});
