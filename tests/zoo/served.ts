/** What the server of the zoo sends: what stands in each page at first, some of it written there by frameworks, and pieces that pages ask for. */
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createSSRApp } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { Story } from './react-story.ts';
import { opening } from './story.ts';
import { createStory } from './vue-story.ts';
import { claims } from './words.ts';

/** Pages by name, with what stands in them before any script runs. */
export async function servedPages(): Promise<Record<string, string>> {
  const react = renderToString(createElement(Story, { scene: opening, shown: () => undefined }));
  const vue = await renderVue(createSSRApp(createStory(opening).story));
  const empty = ['react', 'preact', 'vue', 'svelte', 'solid', 'angular', 'lit', 'alpine', 'virtual-list'];
  const app = (html: string) => `<div id="app">${html}</div>`;
  return {
    ...Object.fromEntries(empty.map((name) => [name, app('')])),
    'react-hydrated': app(react),
    'react-hydrated-late': app(react),
    'vue-hydrated-late': app(vue),
    htmx: app(pieces(claims.cure)),
    turbo: app(pieces(claims.cure)),
    'turbo-other': app(pieces(claims.pain)),
    editor: `<p>${claims.defence}.</p>${app('')}<p>${claims.weight}.</p>`,
    wordpress: blog,
  };
}

/** Paragraphs and a list, with the names by which pages ask for them. */
const pieces = (lead: string) => `<p id="lead">${lead}.</p><p id="aside">${claims.defence}.</p>
  <ul id="list"><li>${claims.pain}.</li><li>${claims.lupus}.</li></ul>`;

const blog = `<article class="post hentry"><header class="entry-header"><h1 class="entry-title">What it does</h1>
  <div class="entry-meta">Posted on <time datetime="2026-01-02">2 January 2026</time></div></header>
  <div class="entry-content">
    <p id="lead" class="has-drop-cap">${claims.cure}, they say. <em>And so on.</em></p>
    <p id="rewritten">${claims.hope}.</p>
    <figure class="wp-block-image"><img src="data:," alt="" width="10" height="10"><figcaption>A picture.</figcaption></figure>
    <p><button type="button">Read more</button></p><div class="more" style="display:none"><p>${claims.cancer}.</p></div>
    <ul class="wp-block-list"><li>${claims.pain}.</li><li>${claims.lupus}.</li></ul>
    <blockquote class="wp-block-quote"><p>${claims.weight}.</p></blockquote>
    <div class="tab"><p>${claims.defence}.</p></div><div class="tab" style="display:none"><p>${claims.nerves}.</p></div>
  </div></article>
  <form id="commentform"><label>Comment <input id="comment"></label><button>Post</button></form>`;

/** Pieces that pages fetch, by file name. */
export const fetched: Readonly<Record<string, string>> = {
  'cancer.html': `Some hold that <b>low doses</b> do it. ${claims.cancer}.`,
  'plain.html': `${claims.nerves}.`,
  'paragraph.html': `<p>${claims.hope}.</p>`,
  'item.html': `<li>${claims.sleep}.</li>`,
  'items.html': `<li>${claims.sleep}.</li><li>${claims.pain}.</li>`,
  'list.html': `<ul id="list"><li>${claims.lupus}.</li><li>${claims.pain}. So it is.</li></ul>`,
  'elsewhere.html': `<li>${claims.lupus}.</li><p id="aside" hx-swap-oob="true">${claims.weight}.</p>`,
  'whole.html': `<h2>All new</h2><p>${claims.nerves}.</p>`,
};
