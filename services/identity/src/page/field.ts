import type { Language, Words } from '@qi/kernel';
import { html, type Html } from './html';

export interface Field {
  readonly name: string;
  readonly label: Words;
  readonly type?: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: Words;
  readonly fault?: Words | undefined;
  readonly focus?: boolean;
  readonly inputmode?: 'numeric';
}

const LONGEST = 200;

/** A labelled input with its hint and its fault, tied together for those who do not see the page. */
export function field(language: Language, { name, label, type = 'text', hint, fault, ...given }: Field): Html {
  const notes = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  const more = attributes({
    ...{ autocomplete: given.autocomplete, value: given.value, inputmode: given.inputmode, autofocus: given.focus },
    ...{ 'aria-describedby': notes, 'aria-invalid': fault && 'true' },
  });
  return html`<div class="field">
    <label for="${name}">${label[language]}</label>
    ${hint && html`<span class="hint" id="${name}-hint">${hint[language]}</span>`}
    ${fault && html`<p class="fault" id="${name}-fault">${fault[language]}</p>`}
    <input id="${name}" name="${name}" type="${type}" maxlength="${LONGEST}" required ${more} />
  </div>`;
}

/** True stands for the bare name; what is empty or absent is left out. */
function attributes(values: Readonly<Record<string, string | boolean | undefined>>): Html[] {
  return Object.entries(values)
    .filter(([, value]) => Boolean(value))
    .map(([name, value]) => (value === true ? html` ${name}` : html` ${name}="${String(value)}"`));
}

/** What went wrong with the whole form, read out at once. */
export function notice(language: Language, words: Words | undefined, kind: 'bad' | 'good' = 'bad'): Html {
  if (!words) return html``;
  const role = kind === 'bad' ? 'alert' : 'status';
  return html`<div class="notice ${kind}" role="${role}"><p>${words[language]}</p></div>`;
}

export function button(language: Language, label: Words, plain = false): Html {
  return html`<button ${plain && html`class="plain"`}>${label[language]}</button>`;
}
