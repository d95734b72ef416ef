/** ui.tsx calls data.ts as `data`, without importing it; `data.Row` names its types. */
export * from '../data';
export as namespace data;
