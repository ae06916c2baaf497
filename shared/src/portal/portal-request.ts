/** What may be asked of the portal. Knows no HTTP framing and no answer. */
/** Bodies arrive unread; each handler checks its own. `sha256` and `size` are of the bytes that really came. */
export type PortalRequest =
  | {
      readonly endpoint: 'uploadDocument';
      readonly claimed: string;
      readonly sha256: string;
      readonly size: number;
    }
  | { readonly endpoint: 'createPack'; readonly body: unknown }
  | { readonly endpoint: 'searchPacks'; readonly reference: string }
  | { readonly endpoint: 'searchByCitizen'; readonly body: unknown }
  | { readonly endpoint: 'readPack'; readonly packNumber: string }
  | { readonly endpoint: 'confirmPack'; readonly packNumber: string; readonly body: unknown }
  | { readonly endpoint: 'withdrawPack'; readonly packNumber: string }
  | { readonly endpoint: 'readDossier'; readonly dossierNumber: string }
  | { readonly endpoint: 'moveDossier'; readonly dossierNumber: string; readonly body: unknown };

export type PortalEndpoint = PortalRequest['endpoint'];
