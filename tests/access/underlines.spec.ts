/** The four underlines are told apart by their shape alone, by everyone's eyes, on every ground. Read off pictures of the page. */
import type { Page } from '../extension/browsers.ts';
import { expect, test } from '../extension/fixtures.ts';
import { highlightedTexts } from '../extension/reading.ts';
import { look, type Shape, stripsBelow } from './underline.ts';
import { visions } from './vision.ts';

const start = 'Low-dose naltrexone';
/** Worst verdict first, each with its line. */
const sentences: readonly (readonly [rest: string, shape: Shape])[] = [
  ['cures fibromyalgia', 'double'],
  ['relieves fibromyalgia pain', 'dashed'],
  ['might help infertility', 'dotted'],
  ['may reduce pain in people with fibromyalgia', 'solid'],
];

const noise = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><filter id="n"><feTurbulence baseFrequency=".012" numOctaves="5" seed="4"/>
  <feComponentTransfer><feFuncA type="linear" slope="0" intercept="1"/></feComponentTransfer></filter><rect width="600" height="400" filter="url(#n)"/></svg>`,
)}`;

/** How far below its box a line may reach, in pixels. */
const below = 5;

/** How a part of the page is drawn, and whether its lines keep within their boxes, which have a ground of their own. */
type Ground = readonly [style: string, isInBox?: 'in its box' | '', attributes?: string, before?: string];

const photo = `background: #444 url('${noise}') 0 0 / cover`;
const over = 'position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover';
const grounds: Readonly<Record<string, Ground>> = {
  light: [''],
  dark: ['background: #15181b; color: #ddd'],
  'a strong colour, light text': ['background: #3b82f6; color: #fff'],
  'a strong colour, dark text': ['background: #c46a3a; color: #000'],
  'a gradient': ['background: linear-gradient(#246, #135); color: #fff'],
  'a photograph, light text': [`${photo}; color: #fff`, 'in its box'],
  'a photograph, dark text': [`${photo}; color: #000`, 'in its box'],
  'a photograph that lies behind': [
    'position: relative; color: #fff',
    'in its box',
    '',
    `<img alt="" src="${noise}" style="${over}">`,
  ],
  'a page written from right to left': ['', '', 'dir="rtl"'],
  'small text': ['font-size: 13px'],
  'large text': ['font-size: 30px'],
  'twice the size': ['zoom: 2'],
};

const paragraphs = sentences.map(([rest]) => `<p style="margin: .4em">${start} ${rest}.</p>`).join('\n');
const page = (style: string, body: string) =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>LDN and fibromyalgia</title>
  <style>body { font: 18px/1.8 serif; margin: 0 } section { padding: 8px } ${style}</style>${body}
  <div>This is what they have to say about it, and it is not for us to add more than that.</div></html>`;

/** Every sentence's line, for all eyes: expected and seen. */
async function expectShapes(page: Page, names: readonly string[], isInBox: (name: string) => boolean) {
  const count = names.length * sentences.length;
  await expect.poll(async () => (await highlightedTexts(page)).length).toBe(count);
  const seen = async () => {
    const strips = await stripsBelow(page, 'p', start, below);
    return strips.flatMap((strip, at) => {
      const name = names[Math.floor(at / sentences.length)] ?? '';
      const part = isInBox(name) ? strip.slice(0, -below) : strip;
      return visions.map((vision) => {
        const { shape, contrast } = look(part, vision);
        return `${name}, ${vision}: ${shape}${contrast < 3 ? `, contrast ${contrast.toFixed(2)}` : ''}`;
      });
    });
  };
  const expected = names.flatMap((name) =>
    sentences.flatMap(([, shape]) => visions.map((vision) => `${name}, ${vision}: ${shape}`)),
  );
  await expect.poll(seen).toEqual(expected);
}

test('on any ground', async ({ openPage }) => {
  const sections = Object.values(grounds).map(
    ([style, , attributes = '', before = '']) =>
      `<section style="${style}" ${attributes}>${before}<div style="position: relative">${paragraphs}</div></section>`,
  );
  const tab = await openPage(page('', sections.join('\n')));
  await tab.resize(800, 3600);
  await expectShapes(tab, Object.keys(grounds), (name) => grounds[name]?.[1] === 'in its box');
});

test('in forced colours', async ({ openPage }) => {
  const tab = await openPage(page('', `<section>${paragraphs}</section>`));
  await tab.prefer('forced colours');
  await expectShapes(tab, ['forced colours'], () => true);
});

test('where a filter turns all colours round', async ({ openPage }) => {
  const style = 'html { filter: invert(1) hue-rotate(180deg); background: #fff }';
  const tab = await openPage(page(style, `<section>${paragraphs}</section>`));
  await expectShapes(tab, ['inverted'], () => false);
});

test('where another extension recolours the page while it is read', async ({ openPage }) => {
  const tab = await openPage(page('', `<section>${paragraphs}</section>`));
  await expect.poll(async () => (await highlightedTexts(tab)).length).toBe(sentences.length);
  await tab.evaluate(() => {
    const sheet = document.createElement('style');
    sheet.className = 'darkreader darkreader--user-agent';
    sheet.textContent =
      'html, body, input { background-color: #181a1b !important; border-color: #736b5e; color: #e8e6e3 }';
    document.head.append(sheet);
    document.documentElement.setAttribute('data-darkreader-mode', 'dynamic');
    for (const one of document.querySelectorAll<HTMLElement>('section, p')) {
      one.setAttribute('data-darkreader-inline-color', '');
      one.style.setProperty('--darkreader-inline-color', '#d8d4cf');
      one.style.setProperty('color', 'var(--darkreader-inline-color)', 'important');
    }
  });
  await expectShapes(tab, ['recoloured'], () => false);
  await tab.evaluate(() => {
    document.querySelector('.darkreader')?.remove();
    for (const one of document.querySelectorAll<HTMLElement>('section, p')) one.style.removeProperty('color');
  });
  await expectShapes(tab, ['as before'], () => false);
});
