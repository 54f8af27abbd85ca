/** Of whom posts are taken: the place of the watches on what it hands in. No host is called so. */
export const PARTNER_NAME = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/;
