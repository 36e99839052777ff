import type { ThemeConfig } from 'antd';

/** The looks, all of them: one accent, amber for «your turn», red for breach or loss, green for done, grey for waiting. */
export type Scheme = 'light' | 'dark';

const shared = {
  // A part that leaves waits for the end of its transition, which never comes where the browser has none to show.
  motion: false,
  borderRadius: 6,
  controlHeight: 36,
  fontFamily:
    '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  fontSize: 14,
  lineHeight: 1.7,
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.15s',
} as const;

const colours: Record<Scheme, NonNullable<ThemeConfig['token']>> = {
  light: {
    colorPrimary: '#0b6b6f',
    colorInfo: '#0b6b6f',
    colorLink: '#0b6b6f',
    colorSuccess: '#2a7a3f',
    colorWarning: '#96580a',
    colorError: '#b42318',
    colorTextBase: '#1b2426',
    colorBgBase: '#ffffff',
    colorBgLayout: '#f6f8f8',
    colorTextSecondary: '#4d5a5d',
    colorTextTertiary: '#5c696c',
    colorTextQuaternary: '#667376',
    colorTextPlaceholder: '#667376',
    colorTextDescription: '#4d5a5d',
  },
  dark: {
    colorPrimary: '#3aa6a3',
    colorInfo: '#3aa6a3',
    colorLink: '#78e0da',
    colorSuccess: '#7ed296',
    colorWarning: '#f0b65e',
    colorError: '#ff9f96',
    colorTextBase: '#e8eeee',
    colorBgBase: '#121819',
    colorBgLayout: '#0d1213',
    colorTextSecondary: '#b3c0c2',
    colorTextTertiary: '#a3b1b3',
    colorTextQuaternary: '#93a1a3',
    colorTextPlaceholder: '#93a1a3',
    colorTextDescription: '#b3c0c2',
    colorTextLightSolid: '#0d1213',
  },
};

export const tokensOf = (scheme: Scheme): NonNullable<ThemeConfig['token']> => ({ ...shared, ...colours[scheme] });
