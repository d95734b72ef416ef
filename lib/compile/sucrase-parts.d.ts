/**
 * sucrase's parts that are used here, by the paths they are at: so that a bundle holds one copy of its parser, which
 * the package's own entry (its `module` field) would bring along a second time.
 */
declare module 'sucrase/dist/index.js' {
  export { transform } from 'sucrase';
}

declare module 'sucrase/dist/parser/index.js' {
  export { parse } from 'sucrase/dist/types/parser';
}

declare module 'sucrase/dist/parser/tokenizer/types.js' {
  export { TokenType } from 'sucrase/dist/types/parser/tokenizer/types';
}
