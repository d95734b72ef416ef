import { type CSSProperties, Component, type ReactNode } from 'react';
import { cn } from '../../../components/ui/cn';
import { reasonOf } from '../reason';
import type { RowSet } from '../rows';

/** What stands in a chart's place when there is nothing to draw: that it loads, failed or is empty. Null: draw it. */
export function insteadOfChart({ loading, error, rows }: RowSet, style: CSSProperties): ReactNode {
  if (rows.length > 0) return null;
  if (error) return <Said style={style} role="alert" className="text-destructive">Could not load this chart. {reasonOf(error)}</Said>;
  if (loading) return <div role="status" aria-label="Loading the chart" style={style} className="animate-waiting rounded-lg bg-foreground/6" />;
  return <Said style={style}>No data to draw.</Said>;
}

type SaidProps = { role?: 'alert'; style: CSSProperties; className?: string; children: ReactNode };

function Said({ className, children, ...props }: SaidProps) {
  return (
    <div {...props} className={cn('flex items-center justify-center rounded-lg border border-dashed p-4 text-center text-sm text-muted-foreground', className)}>
      <p className="text-balance">{children}</p>
    </div>
  );
}

type BoundaryProps = { data: unknown; style: CSSProperties; children: ReactNode };
type BoundaryState = { failed: boolean; data: unknown };

/** Data of a shape that recharts can't draw leave a hole of the chart's size, not of the page's. Other data try anew. */
export class ChartBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, data: this.props.data };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState) {
    return props.data === state.data ? null : { failed: false, data: props.data };
  }

  override render(): ReactNode {
    return this.state.failed ? <Said style={this.props.style}>This chart can’t be drawn from these data.</Said> : this.props.children;
  }
}
