import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { COLOURS, LOOK } from '@/components/studio/code-view';

export type CodeEditor = { show(path: string, text: string): void; destroy(): void };

/** An editor with a history of its own for each file. Esc and then Tab leaves it by keyboard. */
export function createCodeEditor(parent: HTMLElement, onEdit: (path: string, text: string) => void): CodeEditor {
  const states = new Map<string, EditorState>();
  let shown = '';
  const view = new EditorView({ parent });
  const stateOf = (path: string, text: string) =>
    EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        /\.(?:[jt]sx?|json)$/.test(path) ? javascript({ typescript: true, jsx: path.endsWith('x') }) : [],
        syntaxHighlighting(COLOURS),
        LOOK,
        EditorView.contentAttributes.of({ 'aria-label': path, spellcheck: 'false', tabindex: '0' }),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onEdit(path, update.state.doc.toString());
        }),
      ],
    });
  return {
    show(path, text) {
      if (path === shown) return;
      if (shown) states.set(shown, view.state);
      shown = path;
      view.setState(states.get(path) ?? stateOf(path, text));
    },
    destroy: () => view.destroy(),
  };
}
