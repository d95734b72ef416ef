import type { Opening } from '@/lib/share/messages';
import { open } from './ask';
import { element } from './element';

/** Asks for the link's password until it's the right one. Resolves with what it opens; null where there's nothing any more. */
export function askPassword(into: HTMLElement): Promise<Opening | null> {
  const field = element('input', { type: 'password', id: 'password', autocomplete: 'off', required: true, maxlength: '200', 'aria-describedby': 'said' });
  const button = element('button', { type: 'submit', class: 'primary' }, 'Open');
  const said = element('p', { id: 'said', role: 'alert', class: 'said' });
  const form = element('form', { class: 'notice' }, element('h1', {}, 'This link has a password'), element('p', {}, 'Whoever sent it to you knows it.'), element('label', { for: 'password' }, 'Password'), element('div', { class: 'row' }, field, button), said);
  into.replaceChildren(form);
  field.focus();
  return new Promise((resolve) => {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      said.textContent = '';
      button.disabled = true;
      open(field.value).then(resolve, (error: Error) => {
        said.textContent = error.message;
        button.disabled = false;
        field.select();
      });
    });
  });
}
