/** Solid. */
import { createSignal, For, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { tell } from '../story.ts';

tell((place, first) => {
  const [scene, show] = createSignal(first);
  render(
    () => (
      <Show
        when={scene().view === 'article'}
        fallback={
          <section>
            <h2>About</h2>
            <p>Who we are.</p>
          </section>
        }
      >
        <article class={scene().look} title={scene().look}>
          <p>{scene().lead}</p>
          <p>Low-dose naltrexone {scene().verb} fibromyalgia.</p>
          <p>They say so. {scene().note}And so on.</p>
          <Show when={scene().aside}>
            <p>{scene().aside}</p>
          </Show>
          <ul>
            <For each={scene().items}>{({ text }) => <li>{text}</li>}</For>
          </ul>
          <p>{[...scene().parts]}</p>
        </article>
      </Show>
    ),
    place,
  );
  return (next) => void show(next);
});
