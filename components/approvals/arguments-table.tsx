import { argumentLeaves } from '@/lib/binding/argument-leaves';

/**
 * The arguments of calls of one function, exactly as they will be sent: a row a call where there are many, and of a single
 * call a row an argument, its lists item by item.
 */
export function ArgumentsTable({ calls }: { calls: readonly unknown[] }) {
  return (
    <div className="max-h-[40vh] overflow-auto rounded-md border" tabIndex={0} role="region" aria-label="What will be sent">
      {calls.length === 1 ? <OneCall args={calls[0]} /> : <ManyCalls calls={calls} />}
    </div>
  );
}

function OneCall({ args }: { args: unknown }) {
  const leaves = argumentLeaves(args).filter(({ path }) => path !== '');
  if (leaves.length === 0) return <p className="p-3 text-sm text-muted-foreground">Nothing is sent with it.</p>;
  return (
    <table className="w-full text-left text-xs">
      <tbody className="divide-y">
        {leaves.map(({ path, value }) => (
          <tr key={path} className="align-top">
            <th scope="row" className="w-px px-3 py-2 font-normal whitespace-nowrap text-muted-foreground">
              {path}
              {Array.isArray(value) && <span className="block tabular-nums">{value.length.toLocaleString()} in all</span>}
            </th>
            <td className="px-3 py-2">{Array.isArray(value) ? <Items items={value} /> : <Value value={value} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Items({ items }: { items: unknown[] }) {
  if (items.length === 0) return <Value value={items} />;
  return (
    <ul className="grid gap-1">
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- The list never changes.
        <li key={index}>
          <Value value={item} />
        </li>
      ))}
    </ul>
  );
}

function ManyCalls({ calls }: { calls: readonly unknown[] }) {
  const rows = calls.map((args) => new Map(argumentLeaves(args).map(({ path, value }) => [path, value])));
  const paths = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return (
    <table className="w-full text-left text-xs">
      <thead className="sticky top-0 bg-popover">
        <tr className="border-b">
          {paths.map((path) => (
            <th key={path} scope="col" className="px-3 py-2 font-normal whitespace-nowrap text-muted-foreground">
              {path || 'nothing'}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- The list never changes.
          <tr key={index} className="align-top">
            {paths.map((path) => (
              <td key={path} className="px-3 py-2">
                {row.has(path) && <Value value={row.get(path)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Text as it is, anything else as JSON. Signs that turn the order of letters are shown as what they are. */
function Value({ value }: { value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return <span className="font-mono break-all whitespace-pre-wrap">{text === '' ? '“”' : text.replace(UNSEEN, (sign) => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`)}</span>;
}

/** Control characters but for tab and line break, and those of Unicode that hide or reorder text. */
// oxlint-disable-next-line no-control-regex -- They are what is looked for.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
