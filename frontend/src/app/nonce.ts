declare global {
  var __webpack_nonce__: string | undefined;
}

/** The number of this page that style elements made while it runs must bear (see CSP). */
export const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;

// The scroll lock below dialogs asks for it under this name.
globalThis.__webpack_nonce__ = nonce;
