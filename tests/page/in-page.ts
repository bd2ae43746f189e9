/** What the tests of the page's parts run in a browser's page: those parts, and the way back from text to document. */

export { watchGate } from '../../src/page/gate.ts';
export { createPageReader, readDocument } from '../../src/page/read-page.ts';
export { changeSomething, randomNumbers } from './random-changes.ts';
export { followBack } from './read-in-page.ts';
export { playCase, splitCases } from './split-cases.ts';
