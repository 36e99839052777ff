/**
 * Content security policy of the pages: scripts and styles from our own files, no frame around us, forms to ourselves.
 * A form whose answer leads on to another origin needs that one named, since browsers check redirections too.
 */
export function pagePolicy(leadsTo?: string): string {
  const forms = leadsTo === undefined ? "'self'" : `'self' ${leadsTo}`;
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}
