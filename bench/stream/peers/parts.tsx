/** The components that the peers' languages name. All peers draw with the same, so that their documents are alike. */
import type { ChangeEventHandler, ReactNode } from 'react';

export function Page({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <main>
      {title !== undefined && <h1>{title}</h1>}
      {children}
    </main>
  );
}

/** Uncontrolled where no value is given. */
export function Filter({ label, value, onChange }: { label?: string; value?: string; onChange?: ChangeEventHandler<HTMLInputElement> }) {
  return (
    <label>
      {label} <input value={value} onChange={onChange} />
    </label>
  );
}

export function Stats({ children }: { children?: ReactNode }) {
  return <dl>{children}</dl>;
}

export function Stat({ label, value }: { label?: string; value?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function Table({ header, rows, children }: { header?: readonly string[]; rows?: readonly (readonly string[])[]; children?: ReactNode }) {
  return (
    <table>
      <thead>
        <tr>
          {header?.map((name, index) => <th key={index}>{name}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows?.map((cells, index) => <Row key={index} cells={cells} />)}
        {children}
      </tbody>
    </table>
  );
}

export function Row({ cells }: { cells?: readonly string[] }) {
  return (
    <tr>
      {cells?.map((cell, index) => <td key={index}>{cell}</td>)}
    </tr>
  );
}

export function Notes({ title, notes, children }: { title?: string; notes?: readonly string[]; children?: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {notes?.map((note, index) => <Note key={index}>{note}</Note>)}
        {children}
      </ul>
    </section>
  );
}

export function Note({ children }: { children?: ReactNode }) {
  return <li>{children}</li>;
}
