import { closestTo } from '../lock/native';
import { wrapMethod } from '../lock/replace';
import { actInstead } from './instead';

/**
 * A frame that may not submit forms hears no `submit` event either, and programs are written with one. So the events are
 * given here: on a press of a submit button, on Enter, and on `requestSubmit`. Nothing is ever sent.
 */
export function watchForms(): void {
  addEventListener('click', (event) => {
    const button = submitButtonOf(event);
    if (button?.form) actInstead(event, () => submit(button.form!, button));
  }, true);
  addEventListener('keydown', (event) => {
    const form = formEnteredIn(event);
    if (form) actInstead(event, () => submit(form, null));
  }, true);
  // One that the browser itself gives goes no further than the program's listeners.
  addEventListener('submit', (event) => event.isTrusted && actInstead(event, () => {}), true);
  wrapMethod(HTMLFormElement.prototype, 'requestSubmit', (self, [button]) => submit(self as HTMLFormElement, (button as HTMLElement | undefined) ?? null));
  wrapMethod(HTMLFormElement.prototype, 'submit', () => undefined);
}

type Button = HTMLButtonElement | HTMLInputElement;

function submitButtonOf(event: Event): Button | null {
  const target = closestTo(event.target, 'button, input[type=submit], input[type=image]');
  if (!(target instanceof HTMLButtonElement || target instanceof HTMLInputElement)) return null;
  return target.disabled || (target instanceof HTMLButtonElement && target.type !== 'submit') ? null : target;
}

/** The form that Enter in a field would submit. Where it has a submit button the browser presses that instead. */
function formEnteredIn(event: KeyboardEvent): HTMLFormElement | null {
  const field = event.target;
  if (event.key !== 'Enter' || event.isComposing || !(field instanceof HTMLInputElement) || !field.form) return null;
  if (/^(button|submit|reset|image|file|checkbox|radio|range|color)$/.test(field.type)) return null;
  return [...field.form.elements].some(isSubmitButton) ? null : field.form;
}

function isSubmitButton(element: Element): boolean {
  return (element instanceof HTMLButtonElement || element instanceof HTMLInputElement) && /^(submit|image)$/.test(element.type);
}

function submit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const skipsCheck = form.noValidate || (submitter as Button | null)?.formNoValidate;
  if (!skipsCheck && !form.reportValidity()) return;
  form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
}
