/** A file of posts cannot be used as a whole: missing, not readable, broken gzip, or without a post. */
export class PostFileError extends Error {
  override name = 'PostFileError';
  readonly file: string;

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options);
    this.file = file;
  }
}
