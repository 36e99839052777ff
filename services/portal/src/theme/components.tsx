import { ConfigProvider, theme } from 'antd';
import type { ReactNode } from 'react';
import { useScheme } from './looks';
import { tokensOf } from './tokens';

/** The look of antd's components, for pages that have some: visitors' pages do without, and without its code. */
export default function Components({ children }: { children: ReactNode }) {
  const { scheme } = useScheme();
  const algorithm = scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return (
    <ConfigProvider
      theme={{ algorithm, token: tokensOf(scheme), hashed: false, zeroRuntime: true, cssVar: { key: 'qi' } }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
