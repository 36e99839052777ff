import { placeOf } from './place';

const services = new Set(['standards', 'service-requests', 'identity']);
const kind = (path: string) => placeOf(path, services).kind;

describe('place of a path', () => {
  it('finds the service', () => {
    expect(placeOf('/api/standards/v1/public/standard', services)).toEqual({ kind: 'service', service: 'standards' });
    expect(placeOf('/api/service-requests/v1/tasks/1', services)).toMatchObject({ service: 'service-requests' });
  });

  it.each([
    ['/', 'portal'],
    ['/firm/requests/QI-1', 'portal'],
    ['/catalogue/%E5%8D%A1%E5%B0%BA', 'portal'],
    ['/verify/GB%2FT%2014747', 'portal'],
    ['/identity/auth', 'identity'],
    ['/api/gateway/v1/memberships', 'own'],
    ['/session', 'own'],
    ['/session/events', 'own'],
    ['/auth/login', 'own'],
    ['/.well-known/jwks.json', 'own'],
    ['/api', 'nowhere'],
    ['/api/unknown/v1/x', 'nowhere'],
    ['/api/standards', 'nowhere'],
    ['/api/standards/health/ready', 'nowhere'],
    ['/api/identity/', 'nowhere'],
    ['/sessions', 'portal'],
  ])('%s is %s', (path, expected) => {
    expect(kind(path)).toBe(expected);
  });

  it.each([
    ...['/api/standards/v1/../../institutions', '/api/standards/v1/%2e%2e/x', '/api/standards/v1/.%2E/x'],
    ...['/api/standards/v1/..%2f..%2fhealth', '/api/standards/v1/..;/x', '/api/standards/v1/%5c..%5cx', '/a\\b'],
    ...['//evil.example/x', '/api//standards/v1', '/api/standards/v1/%00', '/api/standards/v1/%0d%0ax', '/a b'],
    ...['/api/standards/v1/%', '/api/standards/v1/%ff', '/./x', 'http://evil.example/', '*', '', '/x#y'],
  ])('%p is malformed', (path) => {
    expect(kind(path)).toBe('malformed');
  });

  it('knows no identity where another provider is set', () => {
    expect(placeOf('/identity/auth', new Set(['standards'])).kind).toBe('nowhere');
  });
});
