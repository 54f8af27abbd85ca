import { type Chance, chanceFrom } from '../chance.ts';
import type { Persona } from '../draft.ts';
import { pick } from '../draw/pick.ts';
import { lexiconOf } from '../lexicon.ts';

/** How an account presents itself: as somebody, as one of many women made from one mould, as a newsroom. */
export type Mould = 'plain' | 'woman' | 'newsroom';

const NEWSROOMS = ['News', 'Times', 'TV', 'Post'];
const PLACES = 40;
/** The audience lives in the first of the places. */
const HOME_PLACES = 8;

export type Personas = {
  /** @param away says a place where the audience does not live */
  draw(chance: Chance, mould: Mould, away: boolean): Persona;
};

/** Names, handles and places of an invented network; they mean nobody and nowhere. */
export function personas(): Personas {
  const { words } = lexiconOf(chanceFrom('names'), 'latin');
  const places = words.slice(0, PLACES).map(capital);
  const names = words.slice(PLACES);
  return {
    draw(chance, mould, away) {
      const place = pick(chance, away ? places.slice(HOME_PLACES) : places.slice(0, HOME_PLACES));
      return { ...named(chance, names, mould, place), place };
    },
  };
}

function named(chance: Chance, names: readonly string[], mould: Mould, place: string) {
  const first = pick(chance, names);
  const last = pick(chance, names);
  const kind = pick(chance, NEWSROOMS);
  const digits = String(Math.floor(10_000 + chance.uniform() * 99_990_000));
  switch (mould) {
    case 'woman':
      return { name: capital(first), handle: `${capital(first)}${digits}` };
    case 'newsroom':
      return { name: `${place} ${kind}`, handle: `${place}${kind}`.toLowerCase() };
    case 'plain':
      return { name: `${capital(first)} ${capital(last)}`, handle: `${first}_${last}` };
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
