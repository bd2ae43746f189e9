/** React 19, written by a server and taken over before LDN Lens reads. */
import { hydrate } from '../react-hydrate.ts';
import { tell } from '../story.ts';

tell(hydrate);
