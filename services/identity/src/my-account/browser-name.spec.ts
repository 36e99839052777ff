import { browserOf } from './browser-name';

describe('browserOf', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36 Edg/143.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; V2) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0',
      'WeChat on Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1 Version/18.1 Safari/604.1',
      'Safari on iOS',
    ],
    ['curl/8.5', 'Unknown browser'],
    ['<script>alert(1)</script>', 'Unknown browser'],
  ])('%s is %s', (agent, name) => expect(browserOf(agent).en).toBe(name));
});
