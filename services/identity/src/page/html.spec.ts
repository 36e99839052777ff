import { html } from './html';

describe('html', () => {
  it('shows every text as text, in elements and in attributes', () => {
    const typed = `"><script>alert('&')</script>`;
    expect(html`<p title="${typed}">${typed}</p>`.markup).toBe(
      `<p title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>`,
    );
  });

  it('puts markup and lists of it in as they are, and nothing for what is not there', () => {
    const items = ['<', '>'].map((text) => html`<b>${text}</b>`);
    expect(html`<p>${items}${undefined}${false}${0}</p>`.markup).toBe('<p><b>&lt;</b><b>&gt;</b>0</p>');
  });
});
