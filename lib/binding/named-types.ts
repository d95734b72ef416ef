import type { Shape } from './binding';

/** The names that a shape is written with, in their order, each once. */
export function namesIn(shape: Shape, found = new Set<string>()): Set<string> {
  switch (shape.kind) {
    case 'named':
      found.add(shape.name);
      break;
    case 'list':
      namesIn(shape.of, found);
      break;
    case 'union':
    case 'all':
      for (const part of shape.of) namesIn(part, found);
      break;
    case 'object':
      for (const field of shape.fields) namesIn(field.shape, found);
      if (shape.rest) namesIn(shape.rest, found);
      break;
    default:
  }
  return found;
}
