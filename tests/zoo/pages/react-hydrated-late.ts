/** React 19, written by a server and taken over after LDN Lens has marked it. */
import { hydrate } from '../react-hydrate.ts';
import { tell } from '../story.ts';

tell(hydrate, true);
