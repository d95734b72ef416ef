import * as React from 'react';
import * as JsxRuntime from 'react/jsx-runtime';
import * as ReactDom from 'react-dom';
import * as button from '../components/ui/button';
import * as cn from '../components/ui/cn';
import type { LateBundleName } from '../lib/bridge/messages';
import type { Charts } from './charts';
import type { IconTable } from './icon-table';
import * as fmt from './kit/fmt';
import { createLateBundle } from './late-bundle';
import { compile, parseJson } from './lock/pristine';
import type { SharedModule } from './share-modules';

/** What a late bundle of code gets from the guest's own, and the way to hand over what it makes. */
export type LateHost<T = unknown> = { modules: Readonly<Record<SharedModule, unknown>>; give(value: T): void };

const MODULES: LateHost['modules'] = { 'react': React, 'react/jsx-runtime': JsxRuntime, 'react-dom': ReactDom, 'components/ui/button': button, 'components/ui/cn': cn, 'runtime/kit/fmt': fmt };

const { setTimeout } = globalThis;
const later = (callback: () => void) => void setTimeout(callback, 0);

const code = <T>() => createLateBundle<T>(evaluate, later);

/** Everything that the host sends beside the first paint. One set for the one guest of this document. */
export const lateBundles = {
  /** Half a megabyte that a program without charts never evaluates. */
  charts: code<Charts>(),
  calendar: code<React.ComponentType<Record<string, unknown>>>(),
  /** The drawings of 1,700 icons, as data. */
  icons: createLateBundle((text) => parseJson(text) as IconTable, later),
};

export function receiveBundle(name: LateBundleName, text: string): void {
  lateBundles[name].receive(text);
}

function evaluate<T>(text: string): T {
  let given: T | undefined;
  const host: LateHost<T> = { modules: MODULES, give: (value) => (given = value) };
  compile('lateHost', text)(host);
  return given!;
}
