/** SHA-256 of a file in lower-case hex, or undefined where the browser has no cryptography (pages without TLS). */
export async function fingerprint(file: Blob): Promise<string | undefined> {
  if (!('subtle' in crypto)) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
