'use client';

import { ChevronRightIcon } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { cn } from '@/components/ui/cn';

type Folder = { folders: Map<string, Folder>; files: string[] };

export type FileTreeProps = { paths: readonly string[]; edited: ReadonlySet<string>; shown: string; onShow(path: string): void };

/** The project's files; folders open and close. */
export function FileTree({ paths, ...props }: FileTreeProps) {
  return (
    <nav aria-label="Files" className="h-full overflow-y-auto py-2 text-sm">
      <List folder={folderOf(paths)} at="" depth={0} {...props} />
    </nav>
  );
}

type ListProps = Omit<FileTreeProps, 'paths'> & { folder: Folder; at: string; depth: number };

function List({ folder, at, depth, ...props }: ListProps) {
  return (
    <ul>
      {[...folder.folders].map(([name, inner]) => (
        <Fold key={name} name={name} depth={depth} isOpen={props.shown.startsWith(`${at}${name}/`)}>
          <List folder={inner} at={`${at}${name}/`} depth={depth + 1} {...props} />
        </Fold>
      ))}
      {folder.files.map((name) => (
        <File key={name} path={`${at}${name}`} name={name} depth={depth} {...props} />
      ))}
    </ul>
  );
}

const ROW = 'flex w-full min-w-0 items-center gap-1.5 py-1 pr-2 text-left outline-none hover:bg-foreground/5 focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset pointer-coarse:min-h-10';
const indent = (depth: number) => ({ paddingLeft: `${12 + depth * 14}px` });

function Fold({ name, depth, isOpen, children }: { name: string; depth: number; isOpen: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(isOpen);
  return (
    <li>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={cn(ROW, 'text-muted-foreground')} style={indent(depth)}>
        <ChevronRightIcon className={cn('size-3.5 shrink-0 transition-transform', open && 'rotate-90')} aria-hidden="true" />
        <span className="truncate">{name}</span>
      </button>
      {open && children}
    </li>
  );
}

function File({ path, name, depth, edited, shown, onShow }: Omit<FileTreeProps, 'paths'> & { path: string; name: string; depth: number }) {
  return (
    <li>
      <button type="button" aria-current={path === shown ? 'true' : undefined} onClick={() => onShow(path)} className={cn(ROW, path === shown && 'bg-foreground/6 font-medium')} style={indent(depth)}>
        <span className="size-3.5 shrink-0" aria-hidden="true" />
        <span className="truncate">{name}</span>
        {edited.has(path) && (
          <Fragment>
            <span className="ml-auto size-1.5 shrink-0 rounded-full bg-primary" aria-hidden="true" />
            <span className="sr-only">(edited)</span>
          </Fragment>
        )}
      </button>
    </li>
  );
}

function folderOf(paths: readonly string[]): Folder {
  const root: Folder = { folders: new Map(), files: [] };
  for (const path of paths.toSorted()) {
    const steps = path.split('/');
    const file = steps.pop()!;
    let at = root;
    for (const step of steps) {
      if (!at.folders.has(step)) at.folders.set(step, { folders: new Map(), files: [] });
      at = at.folders.get(step)!;
    }
    at.files.push(file);
  }
  return root;
}
