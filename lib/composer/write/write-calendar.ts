import { attribute, element, returned, text } from './jsx-text';
import type { PartOf } from './outline';
import { written } from './format-text';
import type { Standing } from './standing';

/** The state of a calendar: which month it shows. */
export function calendarState({ calendar }: PartOf<'calendar'>): string {
  const first = calendar.start ? text(calendar.start) : '() => new Date().toISOString().slice(0, 7)';
  return `const [shownMonth, setShownMonth] = useState(${first});`;
}

/** The body of a calendar: rows on the days of a month. */
export function calendarBody({ calendar, time, name, columns }: PartOf<'calendar'>, { named }: Standing): string[] {
  const rest = columns.map((c) => `{${written(`row.${c.name}`, c)}}`).join(' · ');
  // In a column of a seventh of the page there is room for one of them a line.
  return returned(element('MonthView', [attribute('title', calendar.title), ...(named ? ['untitled'] : []), 'month={shownMonth}', 'onMonth={setShownMonth}', 'rows={rows}', `dayOf={(row) => String(row.${time.name}).slice(0, 10)}`], [
    rest === '' ? `{(row) => ${written(`row.${name.name}`, name)}}` : `{(row) => <>{${written(`row.${name.name}`, name)}}<span className="text-muted-foreground @2xl:block @2xl:truncate @6xl:inline"><span className="@2xl:hidden @6xl:inline"> · </span>${rest}</span></>}`,
  ]));
}

export const MONTH_VIEW = `/** Rows on the days of a month, Monday first; a narrow screen lists only the days that have some. */
function MonthView<Row>(props: {
  title: string;
  untitled?: boolean;
  month: string;
  onMonth: (month: string) => void;
  rows: { data: readonly Row[] | undefined; error: Error | undefined; reload: () => void };
  dayOf: (row: Row) => string;
  children: (row: Row) => ReactNode;
}) {
  const { title, untitled, month, onMonth, rows, dayOf, children } = props;
  const first = new Date(\`\${month}-01T00:00:00Z\`);
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const blank = (first.getUTCDay() + 6) % 7;
  const days = Array.from({ length }, (_, index) => \`\${month}-\${String(index + 1).padStart(2, "0")}\`);
  const today = new Date().toISOString().slice(0, 10);
  const [opened, setOpened] = useState("");
  const move = (by: number) => onMonth(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + by, 1)).toISOString().slice(0, 7));
  return (
    <Card role="group" aria-label={title}>
      <CardHeader className="items-center">
        <CardTitle>{untitled ? fmt.month(\`\${month}-01\`, { month: "long", year: "numeric" }) : title}</CardTitle>
        <CardAction className="row-span-1 flex items-center gap-1">
          <Button variant="ghost" size="icon-sm" aria-label="Month before" onClick={() => move(-1)}><ChevronLeftIcon /></Button>
          <span aria-live="polite" className={untitled ? "sr-only" : "min-w-24 text-center text-sm tabular-nums"}>{fmt.month(\`\${month}-01\`)}</span>
          <Button variant="ghost" size="icon-sm" aria-label="Next month" onClick={() => move(1)}><ChevronRightIcon /></Button>
        </CardAction>
      </CardHeader>
      <CardContent>
        {rows.error && !rows.data ? (
          <Failed what={title} error={rows.error} onRetry={rows.reload} />
        ) : (
          <ol className="grid gap-1 @2xl:grid-cols-7">
            {["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((day) => (
              <li key={day} aria-hidden className="hidden pb-1 text-xs text-muted-foreground @2xl:block">{day}</li>
            ))}
            {Array.from({ length: blank }, (_, index) => <li key={index} aria-hidden className="hidden @2xl:block" />)}
            {days.map((day) => {
              const found = rows.data?.filter((row) => dayOf(row) === day) ?? [];
              return (
                <li key={day} className={cn("min-h-20 rounded-md border p-1.5 text-xs @2xl:block", found.length === 0 && "hidden")}>
                  <time dateTime={day} className={cn("tabular-nums", day === today ? "font-medium text-primary" : "text-muted-foreground")}>
                    <span className="@2xl:hidden">{fmt.date(day, { weekday: "short", day: "numeric", month: "short" })}</span>
                    <span className="hidden @2xl:inline">{Number(day.slice(8))}</span>
                  </time>
                  <ul className="mt-1 grid gap-0.5">
                    {found.slice(0, opened === day ? found.length : 3).map((row, index) => <li key={index} className="truncate rounded-sm bg-muted px-1 py-0.5">{children(row)}</li>)}
                    {found.length > 3 && (
                      <li>
                        <button
                          type="button"
                          aria-expanded={opened === day}
                          className="w-full rounded-sm px-1 py-0.5 text-left text-muted-foreground hover:bg-muted hover:text-foreground"
                          onClick={() => setOpened(opened === day ? "" : day)}
                        >
                          {opened === day ? "Fewer" : \`\${found.length - 3} more\`}
                        </button>
                      </li>
                    )}
                  </ul>
                </li>
              );
            })}
          </ol>
        )}
        {rows.data?.length === 0 && <p className="pt-3 text-sm text-muted-foreground">Nothing in this month.</p>}
      </CardContent>
    </Card>
  );
}`;
