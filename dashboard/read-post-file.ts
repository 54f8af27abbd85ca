const GZIP = [0x1f, 0x8b] as const;

/** What the API reads in one request, bytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/**
 * Posts as JSON lines, plain or gzip. What a post must hold, the API checks.
 *
 * @throws {Error} naming the line that is no JSON object
 */
export async function readPostFile(file: Blob): Promise<readonly unknown[]> {
  const text = await textOf(file);
  if (new TextEncoder().encode(text).length > MOST_BYTES) {
    throw new Error('the file holds more than 5 MB: use the command line for it, turfwatch check');
  }
  const lines = text.split('\n');
  const posts = lines.flatMap((line, index) => (line.trim() === '' ? [] : [objectOf(line, index)]));
  if (posts.length === 0)
    throw new Error('the file holds no posts: expected one JSON object a line');
  return posts;
}

async function textOf(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first !== GZIP[0] || second !== GZIP[1]) return file.text();
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function objectOf(line: string, index: number): unknown {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, with the line.
  }
  throw new Error(`line ${index + 1}: expected one JSON object`);
}
