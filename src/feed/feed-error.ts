import type { UpdateFault } from '../database/status.ts';

/** An update that cannot be used. What to tell the reader hangs on `fault` alone, never on the message. */
export class FeedError extends Error {
  readonly fault: UpdateFault;

  constructor(fault: UpdateFault, detail = '') {
    super(detail ? `${fault}: ${detail}` : fault);
    this.name = 'FeedError';
    this.fault = fault;
  }
}
