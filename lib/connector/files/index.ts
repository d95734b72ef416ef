/** A person's own files: looked at, imported once into files of DuckDB, and asked about together. */
export type { Corrections, FileKind, FilePreview, PreviewColumn, PreviewTable, SimpleType } from './preview';
export { SIMPLE_TYPES } from './preview';
export { FileProblem } from './file-problem';
export { MAX_FILE_BYTES } from './limits';
export { TOO_LARGE } from './kind';
export { inspectFile } from './inspect';
export { type ImportedFile, type ImportOptions, importFile } from './import';
export { filesConnector } from './connector';
