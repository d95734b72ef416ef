import { Component, type ReactNode } from 'react';

/** What is thrown while drawing is said in the interface's place. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <p role="alert" className="m-8 max-w-prose text-sm text-destructive">
        This interface could not be drawn. {this.state.error.message}
      </p>
    );
  }
}
