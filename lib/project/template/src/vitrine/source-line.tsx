import { snapshot } from './snapshot';
import { source } from './source';

/** Under the interface: how old its rows are, where they are of a snapshot. */
export function SourceLine() {
  if (source !== 'snapshot') return null;
  const when = new Date(snapshot.takenAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return <footer className="px-4 pb-4 text-center text-xs text-muted-foreground">A snapshot: rows as of {when}</footer>;
}
