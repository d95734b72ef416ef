import { expect, test } from 'vitest';
import { iconDeclarations, iconNames } from './icons';

const ALL = iconNames('declare var ArrowUpIcon: LucideIcon, WalletIcon: LucideIcon; declare module x { export const ArrowUp: LucideIcon, Wallet: LucideIcon, ArrowUpIcon: LucideIcon, WalletIcon: LucideIcon; }');
const ambient = (text: string) => /declare var (.*);/.exec(iconDeclarations(ALL, text))?.[1]?.replaceAll(': LucideIcon', '') ?? '';

test('declares what is mentioned, and what a name may have meant', () => {
  expect(ambient('<Stat icon={WalletIcon} /> $WalletIcon')).toBe('WalletIcon');
  expect(ambient('<ArrowUp />')).toBe('ArrowUpIcon');
  expect(ambient('<ArowUpIcon /> <Card />')).toBe('ArrowUpIcon');
  expect(ambient('<Card />')).toBe('');
});

test('what is imported may be without its suffix', () => {
  expect(iconDeclarations(ALL, `import { ArrowUp, Walet } from 'lucide-react'`)).toContain('export const ArrowUp: LucideIcon, ArrowUpIcon: LucideIcon, Wallet: LucideIcon;');
});
