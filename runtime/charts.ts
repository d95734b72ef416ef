import * as React from 'react';
import * as JsxRuntime from 'react/jsx-runtime';
import * as ReactDom from 'react-dom';

/** What the charts bundle hands over: the kit's frame with recharts' parts, recharts as it is, and its switch. */
export type Charts = {
  charts: Readonly<Record<string, unknown>>;
  recharts: Readonly<Record<string, unknown>>;
  setChartAnimation(on: boolean): void;
};

/** The charts bundle calls the function it finds under this symbol, once. */
const CHARTS = Symbol.for('vitrine.charts');
/** React as this bundle has it: two of them in one page don't know each other's hooks. The charts bundle takes it from here. */
const SHARED_MODULES = Symbol.for('vitrine.modules');
/** The charts bundle as text: half a megabyte that a program without charts never evaluates. */
const CHARTS_TEXT_ID = 'vitrine-charts';

export type ChartLoader = {
  loaded(): Charts | null;
  /** Evaluates the charts bundle where it came with the document and hasn't been. */
  load(): void;
};

/** Opens the door for the charts bundle. `onLoaded` is called once, when it has come. */
export function createChartLoader(onLoaded: (charts: Charts) => void): ChartLoader {
  let charts: Charts | null = null;
  let text = takeText();
  const realm = globalThis as Record<symbol, unknown>;
  realm[SHARED_MODULES] = { react: React, 'react/jsx-runtime': JsxRuntime, 'react-dom': ReactDom };
  realm[CHARTS] = (given: Charts) => {
    delete realm[CHARTS];
    delete realm[SHARED_MODULES];
    charts = given;
    onLoaded(given);
  };
  return {
    loaded: () => charts,
    load() {
      const bundle = text;
      text = null;
      if (bundle) new Function(bundle)();
    },
  };
}

function takeText(): string | null {
  const element = document.getElementById(CHARTS_TEXT_ID);
  element?.remove();
  return element?.textContent ?? null;
}
