import type { ApiBinding, Binding, TableBinding } from './binding';

/** Those that can be asked in SQL. */
export function tableBindings(bindings: readonly Binding[]): TableBinding[] {
  return bindings.filter((binding) => binding.kind === 'tables');
}

/** Those that have functions. */
export function apiBindings(bindings: readonly Binding[]): ApiBinding[] {
  return bindings.filter((binding) => binding.kind === 'api');
}
