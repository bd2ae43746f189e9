/** What the extension knows, as its authors left it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Claim } from '../../src/database/schema.ts';
import { createConceptFinder } from '../../src/matching/concepts.ts';
import { wordsOf } from '../../src/matching/words.ts';
import { checkDatabase } from '../../src/publish/check-database.ts';
import { readAuthored } from '../../src/publish/read-database.ts';
import { hardestSentence, readingGrade } from '../../src/publish/reading-level.ts';
import { studyLinks } from '../../src/ui/study-links.ts';
import { claimIds } from './claim-ids.ts';

const folder = join(import.meta.dirname, '../../src/database');
const authored = readAuthored(folder);
const { claims, studies, concepts } = authored;

test('its own check has nothing to complain of', () => {
  expect([...authored.complaints, ...checkDatabase(authored)]).toEqual([]);
});

test('every claim is there, and no other', () => {
  expect(claims.map(({ id }) => id).toSorted()).toEqual(claimIds.toSorted());
});

test('no claim was reviewed after the edition was made', () => {
  const { date, searchedTo }: { date: string; searchedTo: string } = parse(
    readFileSync(join(folder, 'edition.yaml'), 'utf8'),
  );
  expect(searchedTo <= date).toBe(true);
  expect(claims.filter(({ reviewed }) => reviewed > date).map(({ id }) => id)).toEqual([]);
});

test('links lead to the study itself, a registry or an authority, and nowhere else', () => {
  const allowed =
    /^(?:doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov|clinicaltrials\.gov|www\.isrctn\.com|www\.anzctr\.org\.au|www\.clinicaltrialsregister\.eu|dailymed\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov|(?:www|aspe)\.(?:fda|hhs)\.gov|www\.nice\.org\.uk)$/;
  const links = studies.flatMap(studyLinks);
  expect(links.length).toBeGreaterThan(200);
  expect(links.map(({ href }) => href).filter((href) => !allowed.test(new URL(href).host))).toEqual([]);
  expect(links.filter(({ href }) => new URL(href).protocol !== 'https:')).toEqual([]);
});

test('a trial without a verified year stands where its authors put it: before what is older', () => {
  for (const claim of claims.filter((one) => one.studies.includes('innova-2026')))
    expect([claim.id, claim.studies[0]]).toEqual([claim.id, 'innova-2026']);
});

/** What a report says can be told for certain, and to take care is no effect; nothing is known of what was not tested. */
const isPlain = ({ id, kind, rating }: Claim) =>
  kind === 'research' || rating === 'untested' || id === 'safety.liver';

test('an answer speaks in the words of its certainty', () => {
  const words = { high: /^/, moderate: /\bprobably\b/, low: /\bmay\b/, 'very low': /\bvery uncertain\b/ };
  const answers = claims
    .filter((claim) => !isPlain(claim))
    .filter(({ certainty, answer }) => !words[certainty].test(answer))
    .map(({ id, certainty, answer }) => `${id} (${certainty}): ${answer}`);
  expect(answers).toEqual([]);
});

test.each(['bested-2023', 'bruun-2024-final', 'innova-2026', 'moloney-2026'])(
  'the trial %s, which found no clear effect, shows in the claims it bears on',
  (id) => {
    const study = studies.find((one) => one.id === id);
    const borne = new Set(study?.findings.flatMap((finding) => finding.claims ?? []));
    expect(borne.size).toBeGreaterThan(0);
    for (const claim of claims.filter((one) => borne.has(one.id)))
      expect(`${claim.id} ${claim.studies.join(' ')}`).toContain(id);
  },
);

/** A longer term hides the shorter within it: "cystic fibrosis" is no fibromyalgia. The main words may be hidden by these only. */
test.each([
  ['ldn', ['other-ldn']],
  ['fibromyalgia', ['me-cfs']],
  ['me-cfs', ['fibromyalgia']],
])('no other concept’s term hides "%s" within it', (id, allowed) => {
  const find = createConceptFinder(concepts.filter((concept) => concept.id === id));
  const others = concepts.filter((concept) => concept.id !== id && !allowed.includes(concept.id));
  const hides = (term: string) => {
    const words = wordsOf(term.replaceAll('*', ''));
    return find(words).some(({ from, to }) => to - from < words.length);
  };
  const hiding = others.flatMap((concept) => concept.terms.filter(hides).map((term) => [concept.id, term]));
  expect(hiding).toEqual([]);
});

test.each([
  ['The drug did not help. Pain fell a bit.', -3, 3],
  ['A trial of 31 women found more pain relief with LDN than with a dummy pill.', 3, 7],
  ['Pharmacological modulation attenuates neuroinflammatory hypersensitivity.', 18, 60],
])('"%s" is read at a grade from %d to %d', (text, least, most) => {
  const grade = readingGrade(text);
  expect(grade).toBeGreaterThanOrEqual(least);
  expect(grade).toBeLessThanOrEqual(most);
});

test('a decimal point ends no sentence, and the hardest sentence is named', () => {
  const hard = 'Opioid-receptor occupancy decreased to 4.5 per cent subsequently.';
  expect(hardestSentence(`It helps. ${hard} It may not.`)).toBe(hard);
});
