import type { Binding, TableBinding } from './binding';

/** Those that can be asked in SQL. */
export function tableBindings(bindings: readonly Binding[]): TableBinding[] {
  return bindings.filter((binding) => binding.kind === 'tables');
}
