'use client';

import { useEffect, useRef } from 'react';
import { type CodeEditor, createCodeEditor } from './code-editor';

/** The text of the shown file, to be edited. */
export function Editor({ path, text, onEdit }: { path: string; text: string; onEdit(path: string, text: string): void }) {
  const element = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  useEffect(() => {
    editor.current = createCodeEditor(element.current!, onEdit);
    return () => editor.current?.destroy();
  }, [onEdit]);
  // A file that is open already is as it was left: its text here is only what it begins with.
  useEffect(() => editor.current?.show(path, text), [path, text, onEdit]);
  return <div ref={element} className="h-full min-h-0 overflow-hidden [&_.cm-editor]:h-full" />;
}
