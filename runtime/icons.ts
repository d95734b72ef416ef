import { takeLateBundle } from './late-bundle';

type Names = Readonly<Record<string, unknown>>;

/**
 * Every icon by its name. Seventeen hundred of them are nine tenths of a megabyte, so the bundle is evaluated when the first
 * one is asked for; that takes some 30 ms, and a skeleton in the icon's place would flicker for longer.
 */
export function takeIcons(): Names {
  const bundle = takeLateBundle<Names>('vitrine-icons');
  const all = (): Names => bundle.load() ?? {};
  return new Proxy(Object.create(null) as Names, {
    get: (_, name) => (typeof name === 'string' ? all()[name] : undefined),
    has: (_, name) => name in all(),
    ownKeys: () => Object.keys(all()),
    getOwnPropertyDescriptor: (_, name) => (name in all() ? { value: all()[name as string], enumerable: true, configurable: true } : undefined),
  });
}
