import './early';
import 'virtual:antd.css';
import './theme/base.css';
import './theme/parts.css';
import './theme/forms.css';
import './theme/phone.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Portal } from './app/portal';
import { queryClient } from './api/query-client';
import { startI18n } from './i18n/i18n';
import { Looks } from './theme/looks';

await startI18n();
createRoot(document.getElementById('portal') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Looks>
        <BrowserRouter>
          <Portal />
        </BrowserRouter>
      </Looks>
    </QueryClientProvider>
  </StrictMode>,
);
