/** In the extension's own pages: the browser's interface, which both browsers offer under this name. */
declare const chrome: import('webextension-polyfill').Browser;
