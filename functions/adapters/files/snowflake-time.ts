/** Ids of X since November 2010 are larger; the older ones are plain numbers and hold no time. */
const SNOWFLAKE = /^x?([1-9]\d{15,18})$/;

const X_EPOCH_MS = 1_288_834_974_657;

/**
 * The millisecond that an id of X encodes; null for any other id.
 *
 * @source X, announcement of Snowflake (2010): 41 bits of milliseconds since the first id, above 22 others
 * @example snowflakeMs('1050118621198921728') // 1539202764000 and some milliseconds
 */
function snowflakeMs(id: string): number | null {
  const [, digits] = SNOWFLAKE.exec(id) ?? [];
  return digits === undefined ? null : Number(BigInt(digits) >> 22n) + X_EPOCH_MS;
}

/**
 * A stamp of whole seconds made finer by the id where both name the same second, or the id's time
 * where there is no stamp; null where there is neither.
 */
export function refinedMs(id: string, stampMs: number | null): number | null {
  if (stampMs !== null && stampMs % 1000 !== 0) return stampMs;
  const idMs = snowflakeMs(id);
  if (stampMs === null || idMs === null) return stampMs ?? idMs;
  return Math.floor(idMs / 1000) * 1000 === stampMs ? idMs : stampMs;
}
