import { attribute } from '../write/jsx-text';
import { labelOf } from './labels';

/** What a select offers, an item for each. */
export function optionItems(options: readonly (string | number | boolean)[]): string[] {
  return options.map((option) => `<SelectItem ${attribute('value', String(option))}>${jsxText(optionLabel(option, options))}</SelectItem>`);
}

/** `IN_PROGRESS` is "In progress"; what is written for people stays as it is. */
function optionLabel(option: string | number | boolean, all: readonly (string | number | boolean)[]): string {
  if (typeof option === 'boolean') return option ? 'Yes' : 'No';
  const isCode = (each: unknown) => /^[A-Z0-9]+(_[A-Z0-9]+)*$|^[a-z0-9]+([_-][a-z0-9]+)*$/.test(String(each));
  // Countries and currencies are known by their capitals.
  return all.every(isCode) && all.some((each) => /[a-z]{2}|[A-Z]{4}/.test(String(each))) ? labelOf(String(option).toLowerCase()) : String(option);
}

/** Text between tags. */
export function jsxText(value: string): string {
  return /[\\{}<>&]/.test(value) ? `{${JSON.stringify(value)}}` : value;
}
