import type { ApiBinding, Binding } from './binding';
import { declare } from './declare';

/** An API with at most this many functions is told whole; the functions of a larger one are found by searching. */
const MAX_TOLD_OPERATIONS = 60;

export type Offer = {
  /** What every prompt carries. */
  declarations: string;
  /** APIs of which only the name is told. */
  searched: ApiBinding[];
};

/** What a model is told of the connections at once, and what it has to search for. */
export function offer(bindings: readonly Binding[]): Offer {
  const isSearched = (binding: Binding): binding is ApiBinding => binding.kind === 'api' && binding.operations.length > MAX_TOLD_OPERATIONS;
  const searched = bindings.filter(isSearched);
  const told = declare(bindings.filter((binding) => !isSearched(binding)));
  return { declarations: [told, ...searched.map(nameOnly)].filter(Boolean).join('\n\n'), searched };
}

function nameOnly({ name, title, operations }: ApiBinding): string {
  const plain = title.replace(/[\s\p{Cc}]+/gu, ' ').replaceAll('*/', '* /');
  return `/** ${plain}: ${operations.length.toLocaleString('en')} async functions, \`${name}.function({ … })\`. Find them with search. */\ndeclare const ${name}: unknown;`;
}
