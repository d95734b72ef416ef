import * as React from 'react';
import * as JsxRuntime from 'react/jsx-runtime';
import * as ReactDom from 'react-dom';

/** A bundle that lies in the document as text and is evaluated when a program first needs it. */
export type LateBundle<T> = {
  /** What it gave; null before it was needed. */
  given(): T | null;
  /** Evaluates it where that wasn't done, and answers with what it gave; null where it didn't come with the document. */
  load(): T | null;
};

/** What a late bundle gets. React as this bundle has it: two of them in one page don't know each other's hooks. */
export type LateHost<T = unknown> = { modules: Readonly<Record<string, unknown>>; give(value: T): void };

const MODULES = { react: React, 'react/jsx-runtime': JsxRuntime, 'react-dom': ReactDom };

/** Takes the bundle of that id out of the document. */
export function takeLateBundle<T>(id: string): LateBundle<T> {
  let text = takeText(id);
  let value: T | null = null;
  const host: LateHost<T> = { modules: MODULES, give: (given) => (value = given) };
  return {
    given: () => value,
    load() {
      const bundle = text;
      text = null;
      if (bundle) new Function('lateHost', bundle)(host);
      return value;
    },
  };
}

function takeText(id: string): string | null {
  const element = document.getElementById(id);
  element?.remove();
  return element?.textContent ?? null;
}
