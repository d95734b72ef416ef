import { Component, type ReactNode } from 'react';
import { cn } from '../../../components/ui/cn';
import { reasonOf } from '../failed';
import type { RowSet } from '../rows';

/** What stands in a chart's place when there is nothing to draw: that it loads, failed or is empty. Null: draw it. */
export function insteadOfChart({ loading, error, rows }: RowSet): ReactNode {
  if (rows.length > 0) return null;
  if (error) return <Said role="alert" className="text-destructive">Could not load this chart. {reasonOf(error)}</Said>;
  if (loading) return <div role="status" aria-label="Loading the chart" className="size-full min-h-16 animate-waiting rounded-lg bg-foreground/6" />;
  return <Said>No data to draw.</Said>;
}

function Said({ role, className, children }: { role?: 'alert'; className?: string; children: ReactNode }) {
  return (
    <div role={role} className={cn('flex size-full min-h-16 items-center justify-center rounded-lg border border-dashed p-4 text-center text-sm text-muted-foreground', className)}>
      <p className="text-balance">{children}</p>
    </div>
  );
}

type BoundaryProps = { data: unknown; children: ReactNode };

/** Data of a shape that recharts can't draw leaves a hole of the chart's size, not of the page's. Other data try anew. */
export class ChartBoundary extends Component<BoundaryProps, { failed: boolean; data: unknown }> {
  override state = { failed: false, data: this.props.data };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: { failed: boolean; data: unknown }) {
    return props.data === state.data ? null : { failed: false, data: props.data };
  }

  override render(): ReactNode {
    return this.state.failed ? <Said>This chart can’t be drawn from these data.</Said> : this.props.children;
  }
}
