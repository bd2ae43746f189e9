/** Changes such as scripts make, at random but the same each time. Everything here runs in a page. */

/** Numbers from 0 up to 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Makes one change somewhere in the page's body; `source` is put there again when little of it is left. */
export function changeSomething(document: Document, source: string, random: () => number): string {
  const trees = [
    document.body,
    ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const elements = trees
    .flatMap((tree) => [...tree.querySelectorAll('*')])
    .filter((one) => !one.closest('style, script'));
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  // Mostly at the twigs: a change at the stem often leaves nothing to read
  const twigs = elements.filter((one) => one.querySelectorAll('*').length < 3);
  const element = pick(random() < 0.9 ? twigs : elements);
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count
  if (!element || document.body.innerText.length < 120) {
    document.body.insertAdjacentHTML('beforeend', source);
    return 'the page began anew';
  }
  const text = pick([...element.childNodes].filter((node) => node instanceof Text));
  const [name, change] = pick(Object.entries(changes)) ?? ['append', changes.append];
  try {
    change({ document, element, text, other: pick(elements) ?? element, random });
  } catch {
    // An element cannot be moved into itself, nor into its own shadow tree: then nothing has changed
  }
  return `${name} at ${element.localName}`;
}

interface At {
  readonly document: Document;
  readonly element: Element;
  readonly text: Text | undefined;
  readonly other: Element;
  readonly random: () => number;
}

const snippets = [
  '<p>New <b>bold</b> words.</p>',
  '<ul><li>one<li>two</ul>',
  'bare words <i>here</i>',
  '<table><tr><th>A<th>B</tr><tr><td>a<td>b</tr></table>',
  '<h3>A heading</h3><div>and <span>text</span></div>',
  '<br><br>after breaks',
  '<section hidden>unseen <p>words</p></section>',
];

const changes = {
  append: ({ document, element, random }: At) => {
    const template = document.createElement('template');
    template.innerHTML = snippets[Math.floor(random() * snippets.length)] ?? '';
    element.append(template.content);
  },
  remove: ({ element }: At) => element.remove(),
  move: ({ element, other }: At) => {
    if (!element.contains(other)) other.append(element);
  },
  moveBefore: ({ element, other }: At) => {
    if (!element.contains(other)) other.before(element);
  },
  write: ({ text, random }: At) => text?.appendData(` ${Math.floor(random() * 1000)}`),
  split: ({ text }: At) => text?.splitText(Math.floor(text.length / 2)),
  normalize: ({ element }: At) => element.normalize(),
  empty: ({ text }: At) => text?.replaceData(0, text.length, ''),
  hide: ({ element }: At) => element.classList.toggle('gone'),
  fade: ({ element }: At) => element.classList.toggle('unseen'),
  hideByAttribute: ({ element }: At) => element.toggleAttribute('hidden'),
  style: ({ element, random }: At) =>
    element.setAttribute('style', random() < 0.5 ? 'display: none' : 'display: block'),
  language: ({ element, random }: At) => element.setAttribute('lang', random() < 0.5 ? 'de' : 'en'),
  role: ({ element, random }: At) => element.setAttribute('role', random() < 0.5 ? 'heading' : 'navigation'),
  edit: ({ element }: At) => element.toggleAttribute('contenteditable'),
  wrap: ({ document, element, random }: At) => {
    const wrapper = document.createElement(
      ['div', 'li', 'b', 'article', 'td', 'aside'][Math.floor(random() * 6)] ?? 'p',
    );
    element.replaceWith(wrapper);
    wrapper.append(element);
  },
  shadow: ({ element }: At) => {
    if (element.shadowRoot || !/^(div|p|section|article)$/.test(element.localName)) return;
    element.attachShadow({ mode: 'open' }).innerHTML =
      '<h4>In the shade</h4><slot></slot><p>and <slot name="x"></slot></p>';
    // Attaching reports nothing; pages that do so put the element in afterwards
    const { parentNode, nextSibling } = element;
    parentNode?.insertBefore(element, nextSibling);
  },
  slot: ({ element, random }: At) => element.setAttribute('slot', random() < 0.5 ? 'x' : ''),
};
