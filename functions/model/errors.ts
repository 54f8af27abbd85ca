/** A caller broke a documented precondition. A defect: no code branches on it. */
export class InputError extends Error {
  override name = 'InputError';
}

/** Settings or environment are unusable. Ends the start. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** A source of posts could not answer. `retryable` and `retryAtMs` are all that a step may branch on. */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly retryable: boolean;
  /** Epoch milliseconds before which asking again is pointless, if the source said so. */
  readonly retryAtMs: number | undefined;

  constructor(
    message: string,
    options: ErrorOptions & { readonly retryable: boolean; readonly retryAtMs?: number },
  ) {
    super(message, options);
    this.retryable = options.retryable;
    this.retryAtMs = options.retryAtMs;
  }
}

/** What was stored cannot be read back as what it should be. */
export class StoredItemError extends Error {
  override name = 'StoredItemError';
}

/** Another writer was faster; read again and decide anew. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}
