import * as React from 'react';
import { REACT_NAMES } from '../../lib/program/ambient';

const all: Record<string, unknown> = { ...React, React };

/** What React gives to generated code under its ambient names. */
export const reactNames: Record<string, unknown> = Object.fromEntries(REACT_NAMES.map((name) => [name, all[name]]));
