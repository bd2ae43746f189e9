/** Turbo: visits without loading, restored from its memory of pages; a frame; streams. */
import { cache, renderStreamMessage, visit } from '@hotwired/turbo';
import { live, type Step, until } from '../live.ts';
import { claims } from '../words.ts';

const hasLead = (words: string) => () =>
  document.querySelector('#lead')?.textContent?.includes(words) === true;
const arrives = async (words: string) => void (await until(hasLead(words), 5000));

const go = (page: string, words: string) => async () => {
  const loaded = new Promise((resolve) => addEventListener('turbo:load', resolve, { once: true }));
  visit(page);
  await loaded;
  await arrives(words);
};

const stream =
  (action: string, target: string, content = ''): Step =>
  async () => {
    renderStreamMessage(
      `<turbo-stream action="${action}" target="${target}"><template>${content}</template></turbo-stream>`,
    );
    await new Promise(requestAnimationFrame);
  };

const item = `<li>${claims.sleep}.</li>`;

live({
  'as served': () => undefined,
  'marked text is rewritten': stream('update', 'lead', `${claims.nerves}.`),
  'an element is exchanged': stream('replace', 'aside', `<p id="aside">${claims.weight}.</p>`),
  'an item comes last': stream('append', 'list', item),
  'an item comes first': stream('prepend', 'list', item),
  'something comes before': stream('before', 'list', `<p>${claims.cancer}.</p>`),
  'something comes after': stream('after', 'list', `<p>${claims.hope}.</p>`),
  'an element goes': stream('remove', 'aside'),
  'another page': go('turbo-other.html', claims.pain),
  'back again': async () => {
    history.back();
    await arrives(claims.nerves);
  },
  'forth again': async () => {
    history.forward();
    await arrives(claims.pain);
  },
  'with nothing remembered': async () => {
    cache.clear();
    await go('turbo.html', claims.cure)();
  },
});
