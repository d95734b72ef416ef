'use client';

import { type CardProgram, ProgramCard } from '@/components/library/program-card';

/** Some programs under a heading. Nothing where there are none. */
export function ProgramList({ id, title, programs }: { id: string; title: string; programs: CardProgram[] }) {
  if (programs.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="mb-3 text-sm font-medium text-muted-foreground">
        {title}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {programs.map((program) => (
          <ProgramCard key={program.id} program={program} />
        ))}
      </ul>
    </section>
  );
}

const STEPS = [
  { title: 'Describe it', detail: 'In your own words: what to see, by what, with which filters.' },
  { title: 'Watch it being built', detail: 'It appears while it is written, with your rows in it.' },
  { title: 'Make it yours', detail: 'Ask for changes, go back to any version. It’s kept here.' },
];

/** What will stand here, for somebody who has made nothing yet. */
export function FirstTime() {
  return (
    <ol className="mt-12 grid gap-4 sm:grid-cols-3" aria-label="How it works">
      {STEPS.map(({ title, detail }, index) => (
        <li key={title} className="rounded-xl border border-dashed p-4">
          <p className="text-sm font-medium">
            <span className="mr-2 text-muted-foreground tabular-nums">{index + 1}</span>
            {title}
          </p>
          <p className="mt-1 text-sm text-pretty text-muted-foreground">{detail}</p>
        </li>
      ))}
    </ol>
  );
}

/** What stands here for somebody who may look, before there is anything to look at. */
export function NothingYet() {
  return <p className="mt-12 rounded-xl border border-dashed px-4 py-10 text-center text-sm text-pretty text-muted-foreground">Your team has nothing for you to open yet. What its members make and open to the team stands here.</p>;
}
