/** zod as extension pages bear it. */
import * as z from 'zod';

/** Extension pages forbid `eval`; without this zod would probe for it and the browser would report it. */
z.config({ jitless: true });

export { z };
