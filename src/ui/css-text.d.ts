/** A style sheet as text, for shadow roots. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
/** A style sheet linked from one of the extension's own pages. */
declare module '*.css';
