/** The evidence library, a page of the extension. */
import '../../src/ui/library.css';
import { verdictOf } from '../../src/matching/verdict.ts';
import { ask } from '../../src/messages.ts';
import { showLibrary } from '../../src/ui/library.ts';
import { dressPage } from '../../src/ui/own-page.ts';

dressPage();
const [database, report] = await Promise.all([ask('getDatabase'), ask('getReport')]);
showLibrary(document.getElementById('library') ?? document.body, { database, verdictOf, report });
