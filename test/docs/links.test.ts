import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../functions/model/evidence.ts';

const PAGES = ['*.md', 'docs/**/*.md', 'bench/*.md'].flatMap((pattern) => globSync(pattern));

/** Links to files of this repository, with the anchor if there is one. */
function linksOf(page: string): readonly { readonly file: string; readonly anchor: string }[] {
  const prose = readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return [...prose.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)#?([^)\s]*)\)/g)].map(
    ([, path = '', anchor = '']) => ({
      file: path === '' ? page : join(dirname(page), path),
      anchor,
    }),
  );
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('pages', () => {
  it.each(PAGES)('%s links to what is there', (page) => {
    const dead = linksOf(page).filter(
      ({ file, anchor }) =>
        !existsSync(file) || (anchor !== '' && !anchorsOf(file).includes(anchor)),
    );

    expect(dead).toEqual([]);
  });

  it('name every signal in the list of signals', () => {
    const list = readFileSync('docs/signals/README.md', 'utf8').replaceAll(', -', ', returning-');

    expect(SIGNALS.filter((signal) => !list.includes(signal))).toEqual([]);
  });
});
