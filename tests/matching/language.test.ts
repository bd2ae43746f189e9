/** Which texts are read: English ones. */
import { expect, test } from 'vitest';
import { isEnglish } from '../../src/matching/language.ts';
import { wordsOf } from '../../src/matching/words.ts';
import { matcher } from './bundled.ts';
import { pageOf, paragraphs } from './page-of.ts';

const texts = {
  english:
    'Low-dose naltrexone is a medicine that some doctors prescribe for pain. It is taken at night, and it may take two months before people notice that they sleep better.',
  'American notes':
    'Started LDN in March. Slept badly for a week, then the pain was less than before. My doctor is happy with that and so am I.',
  german:
    'Niedrig dosiertes Naltrexon (LDN) wird bei Fibromyalgie außerhalb der Zulassung verwendet. Es kann Schmerzen lindern, doch die Studien sind klein, und was in Deutschland fehlt, ist eine große Studie.',
  spanish:
    'La naltrexona en dosis bajas (LDN) es un medicamento que algunos médicos recetan para la fibromialgia. Puede reducir el dolor y la fatiga, pero no hay estudios grandes que lo confirmen.',
  french:
    'La naltrexone à faible dose (LDN) est prescrite par certains médecins contre la fibromyalgie. Elle peut réduire la douleur et la fatigue, mais les essais sont encore peu nombreux et on attend la suite.',
  dutch:
    'Laag gedoseerd naltrexon (LDN) is een middel dat sommige artsen bij fibromyalgie voorschrijven. Het kan de pijn verminderen, maar de onderzoeken zijn klein en het was nog niet genoeg om het te bewijzen.',
  italian:
    'Il naltrexone a basso dosaggio (LDN) è un farmaco che alcuni medici prescrivono per la fibromialgia. Può ridurre il dolore e la stanchezza, ma gli studi sono ancora pochi.',
  russian:
    'Налтрексон в низких дозах применяют при фибромиалгии. Он может уменьшить боль и усталость, но исследований пока мало, и врачи назначают его вне показаний, то есть на свой страх и риск.',
};

test.each<[keyof typeof texts, string | undefined, boolean]>([
  ['english', undefined, true],
  ['english', 'en-GB', true],
  ['english', 'EN', true],
  ['english', '', true],
  // Many English pages carry the language of their template.
  ['english', 'de', true],
  ['American notes', 'en-US', true],
  ['german', undefined, false],
  ['german', 'de', false],
  ['german', 'en', false],
  ['spanish', undefined, false],
  ['spanish', 'en', false],
  ['french', undefined, false],
  ['french', 'en', false],
  ['dutch', undefined, false],
  ['dutch', 'en', false],
  ['italian', 'en', false],
  ['russian', 'en', false],
])('%s, declared as %s: read %s', (name, declared, expected) => {
  expect(isEnglish(wordsOf(texts[name]), declared)).toBe(expected);
});

test.each([
  ['LDN reduces pain', undefined, true],
  ['LDN reduces pain', 'en', true],
  ['LDN réduit la douleur', 'fr', false],
  ['LDN reduces pain', 'fr', false],
  ['', undefined, true],
  ['', 'de', false],
  ['1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26', 'en', true],
  [
    'Benefits of LDN in fibromyalgia: reduced pain, improved sleep, less fatigue, better mood',
    undefined,
    true,
  ],
])('too short to tell, so what is declared counts: %j, %s: read %s', (text, declared, expected) => {
  expect(isEnglish(wordsOf(text), declared)).toBe(expected);
});

const list = `${'LDN reduces pain. LDN improves sleep. LDN boosts energy. Low-dose naltrexone lifts mood. LDN calms inflammation. '.repeat(3)}`;

test.each([
  [list, undefined, true],
  [list, 'en', true],
  [list, 'de', false],
  ['LDN vermindert Schmerzen. LDN verbessert Schlaf und Energie. '.repeat(6), 'en', false],
])('a short page of bare claims has few common words: %j, %s: read %s', (text, declared, expected) => {
  expect(isEnglish(wordsOf(text), declared)).toBe(expected);
});

const claim = 'Low-dose naltrexone (LDN) may reduce pain in fibromyalgia.';

test('a page in another language is left alone, and says so', () => {
  const page = paragraphs('LDN', texts.german, claim);
  expect(matcher.read(page)).toEqual({ mentions: [], unassessed: [], inEnglish: false });
});

test('a block in another language is left alone on an English page', () => {
  const page = pageOf('Low-dose naltrexone (LDN)', [
    { text: texts.english },
    { text: 'LDN may reduce pain in fibromyalgia.', language: 'fr' },
    { text: texts.german.replace('kann Schmerzen lindern', 'may reduce pain'), language: 'de' },
    { text: claim },
  ]);
  const { mentions, inEnglish } = matcher.read(page);
  expect(inEnglish).toBe(true);
  const last = page.blocks.at(-1)?.start;
  expect(mentions.filter(({ start }) => start > (page.blocks[0]?.text.length ?? 0))).toMatchObject([
    { start: last },
  ]);
});

test('a page whose language is declared wrongly is read by its words', () => {
  const page = { ...paragraphs('LDN', texts.english, claim), language: 'de' };
  expect(matcher.read(page).mentions.length).toBeGreaterThan(0);
});
