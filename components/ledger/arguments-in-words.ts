/** A call's arguments to be read: SQL with its parameters listed below, anything else as JSON. */
export function argumentsInWords({ operation, args }: { operation: string; args: unknown }): string {
  const { text, values } = (args ?? {}) as { text?: unknown; values?: unknown };
  if (operation !== 'sql' || !Array.isArray(text)) return JSON.stringify(args, null, 2);
  const given = Array.isArray(values) ? values : [];
  const sql = text.map((piece, index) => (index < given.length ? `${piece}$${index + 1}` : piece)).join('');
  const listed = given.map((value, index) => `$${index + 1} = ${JSON.stringify(value)}`);
  return [outdent(sql), ...(listed.length ? ['', ...listed] : [])].join('\n');
}

function outdent(sql: string): string {
  const [first = '', ...rest] = sql.trim().split('\n');
  const indent = Math.min(...rest.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return [first, ...rest.map((line) => line.slice(Number.isFinite(indent) ? indent : 0))].join('\n');
}
