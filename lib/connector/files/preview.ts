/** The types a person chooses between. They decide what can be summed, compared and drawn over time. */
export const SIMPLE_TYPES = ['text', 'whole', 'decimal', 'yes-no', 'date', 'timestamp', 'time', 'json'] as const;
export type SimpleType = (typeof SIMPLE_TYPES)[number];

export type FileKind = 'csv' | 'json' | 'parquet' | 'xlsx';

export type PreviewColumn = {
  /** The name in SQL: a plain identifier, unique in its table. */
  name: string;
  /** What stood in the file. */
  header: string;
  type: SimpleType;
  /** Said where the type could be doubted: "3 of 1,200 values are not numbers (row 17: n.v.)". */
  note?: string;
};

export type PreviewTable = {
  /** Names the table within its file, whatever other files are there. Corrections are keyed by it. */
  key: string;
  /** The name it will have, unless that is taken meanwhile. */
  name: string;
  rows: number;
  columns: PreviewColumn[];
  /** The first rows, as they stand in the file. */
  sample: (string | null)[][];
};

export type FilePreview = { name: string; kind: FileKind; tables: PreviewTable[]; notes: string[] };

/** Table key → column name → type, where a person chose another than was found. */
export type Corrections = Record<string, Record<string, SimpleType>>;
