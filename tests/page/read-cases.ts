/**
 * Pages as a reader sees them: HTML -> blocks, one line each. Run in jsdom and in both browsers alike.
 *
 * A line is the block's kind, its level where it has one, `#group` where it has one, its text, and for rows the headers. In texts
 * `⏎` is a line feed and `│` the boundary of two cells.
 */
export interface ReadCase {
  readonly html: string;
  readonly blocks: readonly string[];
  /** what only a browser can tell */
  readonly needsLayout?: true;
}

export const readCases: Readonly<Record<string, ReadCase>> = {
  'heading and paragraph': {
    html: '<h1>LDN</h1><p>It helps.</p>',
    blocks: ['heading 1: LDN', 'paragraph: It helps.'],
  },
  'no paragraph around the text': {
    html: 'LDN helps.',
    blocks: ['paragraph: LDN helps.'],
  },
  'inline elements never split': {
    html: '<p>Take <b>low-</b><em>dose</em> <a href="/n">nal<i>trex</i>one</a>, please.</p>',
    blocks: ['paragraph: Take low-dose naltrexone, please.'],
  },
  'line feeds of the source are spaces': {
    html: '<p>\n  LDN\n  helps\tmany.\n</p>',
    blocks: ['paragraph: LDN   helps many.'],
  },
  'line feeds that are drawn': {
    html: '<p style="white-space: pre-line">One.\nTwo.</p>',
    blocks: ['paragraph: One.⏎Two.'],
  },
  'one break is a line feed': {
    html: '<p>One.<br>Two.</p>',
    blocks: ['paragraph: One.⏎Two.'],
  },
  'two breaks part paragraphs': {
    html: '<div>One.<br> <br>\nTwo.<br/><br/><br/>Three.</div>',
    blocks: ['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'],
  },
  'breaks at the edges are nothing': {
    html: '<p><br>One.<br></p>',
    blocks: ['paragraph: One.'],
  },
  'text beside blocks is a paragraph of its own': {
    html: '<div>Before.<p>Inside.</p>After <b>all</b>.</div>',
    blocks: ['paragraph: Before.', 'paragraph: Inside.', 'paragraph: After all.'],
  },
  'a block inside an inline element': {
    html: '<div>One <span>two <p>three.</p> four</span> five.</div>',
    blocks: ['paragraph: One two', 'paragraph: three.', 'paragraph: four five.'],
  },
  'bold and short is a heading': {
    html: '<p><strong>Side effects of LDN</strong></p><p><b>Is it</b> <b>safe?</b></p><p>Yes.</p>',
    blocks: ['heading 7: Side effects of LDN', 'paragraph: Is it safe?', 'paragraph: Yes.'],
  },
  'bold is no heading where text follows, it ends like a sentence, or is long': {
    html: `<p><b>Pain:</b> it helps.</p><p><b>It helps.</b></p>
      <p><b>one two three four five six seven eight nine ten eleven twelve thirteen</b></p>`,
    blocks: [
      'paragraph: Pain: it helps.',
      'paragraph: It helps.',
      'paragraph: one two three four five six seven eight nine ten eleven twelve thirteen',
    ],
  },
  'headings by role': {
    html: '<div role="heading" aria-level="3">Doses</div><div role="heading">More</div>',
    blocks: ['heading 3: Doses', 'heading 2: More'],
  },
  'blocks inside a heading are its lines': {
    html: '<h2><div>LDN</div><div>and you</div></h2>',
    blocks: ['heading 2: LDN⏎and you'],
  },
  'a list': {
    html: '<ul><li>Pain</li><li>Sleep</li></ul><ol><li>Start low</li></ol>',
    blocks: ['item 1 #1: Pain', 'item 1 #1: Sleep', 'item 1 #2: Start low'],
  },
  'a list in a list: own text first': {
    html: '<ul><li>Pain<ul><li>in the back</li></ul>and more</li></ul>',
    blocks: ['item 1 #1: Pain', 'item 2 #2: in the back', 'item 1 #1: and more'],
  },
  'paragraphs in an item': {
    html: '<ul><li><p>One.</p><p>Two.</p></li></ul>',
    blocks: ['item 1 #1: One.', 'item 1 #1: Two.'],
  },
  'questions in bold or in definition lists': {
    html: '<dl><dt>Does it help?</dt><dd>Some say so.</dd></dl>',
    blocks: ['heading 7: Does it help?', 'paragraph: Some say so.'],
  },
  'details: the summary is a heading, what is folded is read': {
    html: '<details><summary>Is it safe?</summary><p>Mostly.</p></details>',
    blocks: ['heading 7: Is it safe?', 'paragraph: Mostly.'],
  },
  'a heading in a summary keeps its level': {
    html: '<details><summary><h3>Is it safe?</h3></summary>Mostly.</details>',
    blocks: ['heading 3: Is it safe?', 'paragraph: Mostly.'],
  },
  quotations: {
    html: '<blockquote><p>It changed my life.</p><footer>Ann</footer></blockquote>',
    blocks: ['paragraph: It changed my life.', 'paragraph: Ann'],
  },
  captions: {
    html: '<figure><img alt="x" src=""><figcaption>Fig. 1: pain fell.</figcaption></figure>',
    blocks: ['caption: Fig. 1: pain fell.'],
  },
  'a table with a head': {
    html: `<table><caption>Benefits</caption><thead><tr><th>Drug<th>Effect</thead>
      <tbody><tr><td>LDN</td><td>less <b>pain</b></td></tr><tr><th>None</th><td></td></tr></table>`,
    blocks: ['caption: Benefits', 'row #1: LDN│less pain {Drug|Effect}', 'row #1: None│ {Drug|Effect}'],
  },
  'a table whose first row is its head': {
    html: `<table><tr><td><b>Drug</b></td><td><strong>Effect</strong></td></tr>
      <tr><td>LDN</td><td>less pain</td></tr></table>`,
    blocks: ['row #1: LDN│less pain {Drug|Effect}'],
  },
  'a table without a head': {
    html: '<table><tr><td>LDN</td><td>less pain</td></tr><tr><td>None</td><td>more</td></tr></table>',
    blocks: ['row #1: LDN│less pain {|}', 'row #1: None│more {|}'],
  },
  'headers over cells that span': {
    html: `<table><thead><tr><th rowspan=2>Drug<th colspan=2>Effect on</tr><tr><th>pain<th>sleep</tr></thead>
      <tr><td rowspan=2>LDN<td>less<td>more</tr><tr><td colspan=2>unclear</tr></table>`,
    blocks: [
      'row #1: LDN│less│more {Drug|Effect on pain|Effect on sleep}',
      'row #1: unclear {Effect on pain}',
    ],
  },
  'lists and lines in a cell': {
    html: '<table><tr><td>LDN</td><td><ul><li>pain</li><li>sleep</li></ul></td></tr></table>',
    blocks: ['row #1: LDN│pain⏎sleep {|}'],
  },
  'a table that lays out the page': {
    html: '<table><tr><td><h1>LDN</h1><p>It helps.</p></td><td>Beside</td></tr></table>',
    blocks: ['heading 1: LDN', 'paragraph: It helps.', 'paragraph: Beside'],
  },
  "navigation, menus and the site's own header and footer": {
    html: `<header><a href="/">LDN shop</a></header><nav>LDN</nav><div role="navigation">LDN</div>
      <ul><li><a href="/a">LDN for pain</a></li><li><a href="/b">LDN for sleep</a></li></ul>
      <p>Read.</p><p><a href="/c">Read more: LDN cures all</a></p><footer>LDN</footer>`,
    blocks: ['paragraph: Read.'],
  },
  'a list of links that are sentences': {
    html: '<ul><li><a href="/a">LDN reduced pain.</a></li><li><a href="/b">It improved sleep.</a></li></ul>',
    blocks: ['item 1 #1: LDN reduced pain.', 'item 1 #1: It improved sleep.'],
  },
  "the article's own header and footer": {
    html: `<header><h1>LDN</h1><p>By Ann</p></header>
      <article><header><h2>LDN</h2></header><p>Text.</p><aside>Beside.</aside><footer>Sources</footer></article>
      <aside>Newsletter</aside>`,
    blocks: [
      'heading 1: LDN',
      'paragraph: By Ann',
      'heading 2: LDN',
      'paragraph: Text.',
      'paragraph: Beside.',
      'paragraph: Sources',
    ],
  },
  'scripts, styles, code, fields and frames': {
    html: `<script>LDN</script><style>LDN{}</style><noscript>LDN</noscript><template>LDN</template><pre>LDN</pre>
      <p>One <code>LDN</code>two.</p><textarea>LDN</textarea><select><option>LDN</select><input value="LDN">
      <button>Buy LDN</button><iframe srcdoc="LDN"></iframe><svg><text>LDN</text></svg><label>Three.</label>`,
    blocks: ['paragraph: One two.', 'paragraph: Three.'],
  },
  'buttons that are headings': {
    html: `<h3><button>Does it help?</button></h3><p>Yes.</p>
      <button aria-expanded="false">Is LDN safe?</button><div>Mostly.</div><button aria-expanded="false">Menu</button>`,
    blocks: ['heading 3: Does it help?', 'paragraph: Yes.', 'heading 7: Is LDN safe?', 'paragraph: Mostly.'],
  },
  'what is hidden': {
    html: `<p hidden>LDN</p><p aria-hidden="true">LDN</p><p style="display:none">LDN</p><p class="gone">LDN</p>
      <p style="visibility:hidden">LDN <b style="visibility:visible">seen.</b></p>
      <p hidden="until-found">Found.</p><dialog>LDN</dialog><style>.gone { display: none }</style>`,
    blocks: ['paragraph: seen.', 'paragraph: Found.'],
  },
  'what can be edited': {
    html: '<div contenteditable>LDN</div><div contenteditable="false">Read.</div><div role="textbox">LDN</div>',
    blocks: ['paragraph: Read.'],
  },
  'footnotes stand apart from the word before': {
    html: '<p>LDN reduced pain<sup>1</sup>, they say<sup><a href="#n">[2]</a></sup>. 10<sup>6</sup> m<sup>2</sup></p>',
    blocks: ['paragraph: LDN reduced pain 1, they say [2]. 106 m2'],
  },
  languages: {
    html: '<p>One.</p><p lang="de">Zwei.</p><div lang="fr"><p>Trois.</p></div>',
    blocks: ['paragraph: One.', 'paragraph [de]: Zwei.', 'paragraph [fr]: Trois.'],
  },
  'an open shadow tree, and what is slotted into it': {
    html: `<x-card><template shadowrootmode="open"><h2>LDN</h2><slot></slot><p>Shadow.</p></template>Light <b>text</b>.
      </x-card>`,
    blocks: ['heading 2: LDN', 'paragraph: Light text.', 'paragraph: Shadow.'],
    needsLayout: true,
  },
  'boxes in a row are words apart': {
    html: '<ul><li style="display:flex"><b>Pain:</b><span>it helps.</span></li></ul>',
    blocks: ['item 1 #1: Pain: it helps.'],
    needsLayout: true,
  },
  'inline elements that are drawn as blocks': {
    html: '<div><span style="display:block">One.</span><span style="display:block">Two.</span></div>',
    blocks: ['paragraph: One.', 'paragraph: Two.'],
    needsLayout: true,
  },
  'hidden by a rule that another overrides': {
    html: '<style>.tab { display: none } .tab.open { display: block }</style><p class="tab">LDN</p><p class="tab open">Seen.</p>',
    blocks: ['paragraph: Seen.'],
  },
  'fields named like properties': {
    html: `<form><input name="firstChild"><input name="nodeType"><input name="localName"><input name="getAttribute">
      <p>Read.</p></form><img name="body"><img name="title">`,
    blocks: ['paragraph: Read.'],
  },
};
