import { javascript } from '@codemirror/lang-javascript';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export type CodeView = {
  /** Shows `text`; where it only grew, the growth is appended. `follow` keeps its end in sight. */
  show(text: string, follow: boolean): void;
  destroy(): void;
};

/** Source text as every view of it is coloured. */
export const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.comment], color: 'var(--muted-foreground)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.className, tags.tagName], color: 'var(--code-type)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.attributeName], color: 'var(--code-function)' },
]);

/** And how it's set. */
export const LOOK = EditorView.theme({
  '&': { height: '100%', fontSize: '12.5px', backgroundColor: 'transparent' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--muted-foreground)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 12px 0 16px', minWidth: '44px' },
  '.cm-content': { padding: '12px 0' },
  '&.cm-focused': { outline: 'none' },
});

/** A read-only view of TSX on CodeMirror. `label` is what a screen reader calls it. */
export function createCodeView(parent: HTMLElement, label: string): CodeView {
  const view = new EditorView({
    parent,
    extensions: [
      lineNumbers(),
      javascript({ typescript: true, jsx: true }),
      syntaxHighlighting(COLOURS),
      LOOK,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
      EditorView.lineWrapping,
    ],
  });
  return {
    show(text, follow) {
      const before = view.state.doc.toString();
      if (before === text) return;
      const grew = text.startsWith(before);
      view.dispatch({
        changes: grew ? { from: before.length, insert: text.slice(before.length) } : { from: 0, to: before.length, insert: text },
        ...(follow && { effects: EditorView.scrollIntoView(text.length) }),
      });
    },
    destroy: () => view.destroy(),
  };
}
