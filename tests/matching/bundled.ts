/** The matcher that readers get: authored database, trained judge. */
import { createMatcher } from '../../src/matching/find-mentions.ts';
import { compileDatabase } from '../../src/publish/compile-database.ts';

export const database = compileDatabase();
export const matcher = createMatcher(database);
