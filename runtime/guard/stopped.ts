import type { Problem } from '../../lib/bridge/messages';
import type { FileName } from '../../lib/program/program';

export type Position = { file: FileName; line: number };

/** Thrown into generated code by a guard. Without a position of its own, its stack says where. */
export class Stopped extends Error {
  readonly phase: Problem['phase'];
  readonly position: Position | undefined;

  constructor(phase: Problem['phase'], message: string, position?: Position) {
    super(message);
    this.name = 'Stopped';
    this.phase = phase;
    this.position = position;
  }
}

/** Thrown where a component draws without an end: nothing of its uppermost place in the tree is worth keeping. */
export class EndlessPart extends Stopped {
  readonly component: string;

  constructor(component: string, message: string) {
    super('render', message);
    this.component = component;
  }
}
