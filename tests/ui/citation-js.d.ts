/** The part of citation-js that the tests use; it brings no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: { readonly forceType: string });
    // biome-ignore lint/suspicious/noExplicitAny: CSL data as the parser gives it; the test says what it expects of it
    readonly data: any;
  }
  export const plugins: { list(): readonly string[] };
}
