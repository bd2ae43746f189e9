/**
 * `npm run network:train`: teaches the network on the annotated corpus (all but the set-aside third) and puts its weights into
 * src/database/network.json. Takes about half an hour, so it is done by hand, when much of the corpus or of the concepts has changed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexClaims } from '../../matching/claim-index.ts';
import { createConceptFinder } from '../../matching/concepts.ts';
import { packNetwork } from '../../matching/network/weights.ts';
import { networkFile, trainingDocuments } from '../judge.ts';
import { readAuthored } from '../read-database.ts';
import { readEnglishVectors } from './english.ts';
import { learnNetwork, networkTraining } from './learner.ts';
import { networkLessonsOf, vocabularyOf } from './lessons.ts';

const folder = join(import.meta.dirname, '../../database');
const { claims, concepts } = readAuthored(folder);
const find = createConceptFinder(concepts);
const index = indexClaims(claims, concepts);
const documents = trainingDocuments();
const english = readEnglishVectors();
const vocabulary = vocabularyOf(documents, find, index, english);
const lessons = networkLessonsOf(documents, find, index, vocabulary);
console.log(`${lessons.length} sentences, ${vocabulary.words.length} words`);
const learned = learnNetwork(lessons, vocabulary, english, networkTraining, (round, error) =>
  console.log(`round ${round} of ${networkTraining.rounds}: error ${error.toFixed(3)}`),
);
const network = JSON.stringify(packNetwork(learned.vocabulary, networkTraining, learned.weights));
writeFileSync(networkFile, `${network}\n`);
console.log(`${network.length} bytes written`);
