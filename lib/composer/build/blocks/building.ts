import type { Catalogue, Entity, Field } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { comparedField } from '../../catalogue/measures';
import type { Block } from '../../plan';
import type { Wish } from '../../read/wish';
import { conditionsOf } from '../conditions';
import type { Unjoined } from '../reach';

/** The blocks of a wish, and the table that they are of. */
export type Made = { blocks: Unjoined[]; base: Entity | null };

/** One wish while blocks are made of it, with what could not be and what was taken for granted. Each kind of block is a function of it. */
export class Building {
  readonly wish: Wish;
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly problems: string[];
  readonly assumptions: string[];

  constructor(wish: Wish, catalogue: Catalogue, now: Date, { problems, assumptions }: { problems: string[]; assumptions: string[] } = { problems: [...wish.problems], assumptions: [...wish.assumptions] }) {
    this.wish = wish;
    this.catalogue = catalogue;
    this.now = now;
    this.problems = problems;
    this.assumptions = assumptions;
  }

  /** What rows of this table have to be; whatever can’t be asked of them is said. */
  where(base: Entity): Block['where'] {
    const { where, problems } = conditionsOf(this.wish, base, this.catalogue, this.now);
    this.problems.push(...problems);
    for (const c of this.wish.conditions) {
      const field = c.kind === 'compare' && c.field === null ? comparedField(base, c.value) : null;
      if (c.kind === 'compare' && field) this.assumptions.push(`${c.value.toLocaleString('en-US')} is compared with the ${field.label}.`);
    }
    return where;
  }

  /** Whether each row of the table has one value of the column, its own or another table’s. */
  reaches(base: Entity, field: Field): boolean {
    const owner = this.catalogue.entities.find((e) => e.binding === field.binding && e.table.name === field.table);
    return owner !== undefined && pathBetween(this.catalogue, base, owner) !== null;
  }

  /** The same with another wish: what is said of it is said here too. */
  with(changed: Partial<Wish>): Building {
    return new Building({ ...this.wish, ...changed }, this.catalogue, this.now, this);
  }

  /** No block, and why. */
  refused(problem: string, base: Entity): Made {
    this.problems.push(problem);
    return { blocks: [], base };
  }

  /** What was taken for granted, and turned out otherwise. */
  unsay(part: string): void {
    for (const said of [this.assumptions, this.wish.assumptions]) {
      const at = said.findIndex((each) => each.includes(part));
      if (at >= 0) said.splice(at, 1);
    }
  }
}
