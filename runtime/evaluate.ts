import { Fragment } from 'react';
import type { CompiledFile } from '../lib/bridge/messages';
import type { ConstantMemo } from './memo';
import type { MakeElement } from './render/element';
import { CHARTS_TO_COME, type Scope } from './scope';
import { compileFunction } from './source-position';
import { standInTouches } from './stand-in';
import type { LoopGuard } from './tick';

export type UiTools = {
  scope: Scope;
  makeElement: MakeElement;
  constants: ConstantMemo;
  guard: LoopGuard;
  onUnknownImport(specifier: string): void;
};

/**
 * What ui.tsx registered: a value for each component's name, the default export under `default` too. `unsettled` are the
 * names that something else will stand for later; ALL_NAMES where that is an import, whose names aren't told apart.
 */
export type EvaluatedUi = { values: Map<string, unknown>; unsettled: string[] };

export const ALL_NAMES = '*';

/** Runs ui.tsx once. Nothing of the guest changes before it went through. @throws what the program threw */
export function evaluateUi(compiled: CompiledFile, done: boolean, tools: UiTools): EvaluatedUi {
  const { names, values: given, provisional, unsettled } = tools.scope.resolve(compiled.free, done);
  const values = new Map<string, unknown>();
  const exports: Record<string, unknown> = {};
  const dollar = {
    jsx: tools.makeElement,
    Fragment,
    component: (name: string, value: unknown) => void values.set(name, value),
    memo: tools.constants.begin(mentionsAny(provisional), standInTouches),
    ...tools.guard.ticksOf('ui.tsx', compiled.js),
  };
  const require = (specifier: string) => {
    const namespace = tools.scope.importModule(specifier, tools.onUnknownImport);
    if (namespace === CHARTS_TO_COME) unsettled.push(ALL_NAMES);
    return namespace;
  };
  compileFunction(['exports', 'require', '$', ...names], compiled.js, 'ui.tsx')(exports, require, dollar, ...given);
  if (done) tools.constants.sweep();
  if (exports.default !== undefined) {
    values.set('default', exports.default);
    if (compiled.defaultExport && !values.has(compiled.defaultExport)) values.set(compiled.defaultExport, exports.default);
  }
  return { values, unsettled };
}

function mentionsAny(names: readonly string[]): (text: string) => boolean {
  if (names.length === 0) return () => false;
  const pattern = new RegExp(`(?<![\\w$])(?:${names.map((name) => name.replaceAll('$', '\\$')).join('|')})(?![\\w$])`);
  return (text) => pattern.test(text);
}
