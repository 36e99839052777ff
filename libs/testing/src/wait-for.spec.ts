import { waitFor } from './wait-for';

describe('waitFor', () => {
  it('gives what the check answers once it answers something', async () => {
    let tries = 0;
    expect(await waitFor(() => (++tries < 3 ? undefined : tries), { every: 1 })).toBe(3);
  });

  it('takes zero and the empty text for answers', async () => {
    expect(await waitFor(() => 0)).toBe(0);
    expect(await waitFor(() => '')).toBe('');
  });

  it('tells what it waited for and why the last try failed', async () => {
    const failing = waitFor(() => expect(1).toBe(2), { timeout: 10, every: 1, what: 'the impossible' });
    await expect(failing).rejects.toThrow(/the impossible did not happen within 10 ms: .*toBe/s);
  });
});
