import { HttpProblem } from '../problems/http-problem';

const WORDS = {
  'missing-token': { zh: '请先登录：请求没有令牌', en: 'no token came with the request' },
  'malformed-token': {
    zh: 'Authorization 请求头须为 Bearer 令牌',
    en: 'the Authorization header is not a Bearer token',
  },
  'invalid-token': { zh: '令牌无效或已过期，请重新登录', en: 'the token is not valid or has expired' },
};

/** RFC 6750 §3: the challenge says whether to bring a token or a better one. */
export function unauthenticated(reason: keyof typeof WORDS, challenge: string): HttpProblem {
  return new HttpProblem(`access/${reason}`, 401, WORDS[reason], { headers: { 'www-authenticate': challenge } });
}
