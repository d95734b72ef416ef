import type { Shape } from '../../binding/binding';

/**
 * A shape as JSON Schema means it of answers: an object may have more than is said of it, unless it says that it hasn't, which no server
 * should be held to either. Our own shapes are closed, which is right for what generated code passes.
 */
export function openShape(shape: Shape): Shape {
  switch (shape.kind) {
    case 'object':
      return { ...shape, fields: shape.fields.map((field) => ({ ...field, shape: openShape(field.shape) })), rest: shape.rest ? openShape(shape.rest) : { kind: 'unknown' } };
    case 'list':
      return { ...shape, of: openShape(shape.of) };
    case 'union':
    case 'all':
      return { ...shape, of: shape.of.map(openShape) };
    default:
      return shape;
  }
}
