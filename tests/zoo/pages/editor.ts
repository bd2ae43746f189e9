/** ProseMirror, beside text that nobody edits: what is written in an editor is never marked. */
import { schema } from 'prosemirror-schema-basic';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { live, type Step } from '../live.ts';
import { claims } from '../words.ts';

const { nodes, marks } = schema;
const paragraph = (text: string) => nodes.paragraph.create(null, schema.text(text));
const doc = nodes.doc.create(null, [paragraph(`${claims.cure}.`), paragraph(`${claims.pain}.`)]);

let view: EditorView | undefined;

/** One transaction, as the editor's own commands make them. */
const change =
  (make: (transaction: Transaction) => Transaction): Step =>
  () =>
    view?.dispatch(make(view.state.tr));

live({
  'the editor opens': () => {
    view = new EditorView(document.querySelector('#app'), { state: EditorState.create({ doc }) });
  },
  'the writer is in it': () => view?.focus(),
  'the caret goes into a claim': change((tr) => tr.setSelection(TextSelection.create(tr.doc, 10))),
  'words are written': change((tr) => tr.insertText('very ', 10)),
  'words are taken out': change((tr) => tr.delete(10, 15)),
  'words become bold': change((tr) => tr.addMark(5, 20, marks.strong.create())),
  'bold words are plain again': change((tr) => tr.removeMark(5, 20, marks.strong)),
  'a paragraph is split': change((tr) => tr.split(20)),
  'paragraphs are joined': change((tr) => tr.join(21)),
  'a paragraph becomes a heading': change((tr) => tr.setBlockType(1, 2, nodes.heading, { level: 2 })),
  'a paragraph comes': change((tr) => tr.insert(tr.doc.content.size, paragraph(`${claims.sleep}.`))),
  'a paragraph goes': change((tr) => tr.delete(0, tr.doc.child(0).nodeSize)),
  'words are selected': change((tr) => tr.setSelection(TextSelection.create(tr.doc, 3, 12))),
  'all is written anew': change((tr) =>
    tr.replaceWith(0, tr.doc.content.size, paragraph(`${claims.cancer}.`)),
  ),
});
