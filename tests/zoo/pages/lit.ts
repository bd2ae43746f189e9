/** Lit, in a shadow tree. */
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { opening, tell } from '../story.ts';

class StoryElement extends LitElement {
  scene = opening;

  override render() {
    const { view, lead, verb, note, aside, items, parts, look } = this.scene;
    if (view === 'about') return html`<section><h2>About</h2><p>Who we are.</p></section>`;
    return html`<article class=${look} title=${look}>
      <p>${lead}</p>
      <p>Low-dose naltrexone ${verb} fibromyalgia.</p>
      <p>They say so. ${note || nothing}And so on.</p>
      ${aside ? html`<p>${aside}</p>` : nothing}
      <ul>
        ${repeat(
          items,
          ({ id }) => id,
          ({ text }) => html`<li>${text}</li>`,
        )}
      </ul>
      <p>${parts}</p>
    </article>`;
  }
}

tell(async (place) => {
  customElements.define('x-story', StoryElement);
  const story = new StoryElement();
  place.append(story);
  await story.updateComplete;
  return async (scene) => {
    story.scene = scene;
    story.requestUpdate();
    await story.updateComplete;
  };
});
