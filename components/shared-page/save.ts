import { type Table, csvOf } from '@/lib/sandbox/results';
import { pdfOfPicture, pngOf } from '@/lib/sandbox/saved-picture';
import { element } from './element';
import { saveFile } from './outgoing';

/** Offers what can be taken along of what is shown: a picture, a document, each table with all of its rows. */
export function askWhatToSave(title: string, tables: readonly Table[], picture: () => Promise<string | null>): void {
  const dialog = element('dialog', { 'aria-label': 'Save what is shown' });
  const said = element('p', { class: 'said', role: 'status' });
  const png = async () => {
    const drawn = await picture();
    if (drawn === null) throw new Error('It could not be drawn.');
    return pngOf(drawn);
  };
  const line = (name: string, detail: string, ending: string, make: () => Promise<Blob> | Blob) => {
    const save = () => {
      said.textContent = 'One moment…';
      Promise.resolve()
        .then(make)
        .then((blob) => saveFile(`${fileName(name === 'Picture' || name === 'Document' ? title : `${title}, ${name}`)}.${ending}`, blob))
        .then(
          () => (said.textContent = 'Saved.'),
          () => (said.textContent = 'It could not be drawn. Nothing was saved.'),
        );
    };
    return element('li', {}, element('span', {}, name, element('small', {}, detail)), element('button', { type: 'button', 'aria-label': `Save ${name} as ${ending.toUpperCase()}`, click: save }, ending.toUpperCase()));
  };
  dialog.append(
    element('h2', {}, 'Save what is shown'),
    element(
      'ul',
      {},
      line('Picture', 'All of it, as it looks now', 'png', png),
      line('Document', 'The same on A4 pages', 'pdf', async () => pdfOfPicture(title, await png())),
      ...tables.map((table) => line(table.title, `All ${table.rows.length.toLocaleString()} ${table.rows.length === 1 ? 'row' : 'rows'} of it`, 'csv', () => new Blob([csvOf(table)], { type: 'text/csv' }))),
    ),
    said,
    element('div', { class: 'row end' }, element('button', { type: 'button', click: () => dialog.close() }, 'Close')),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function fileName(title: string): string {
  return title.replaceAll(/[\p{C}\\/:*?"<>|]+/gu, ' ').replace(/^[.\s]+/, '').slice(0, 80).trim() || 'interface';
}
