import type { SourceName } from '../../functions/contract/words.ts';
import { SOURCE_WORDS } from '../source-words.ts';

export type TargetDraft = {
  /** null until the reader chooses: then the first that this deployment reads. */
  readonly source: SourceName | null;
  readonly place: string;
  readonly hashtag: string;
};

export const NO_TARGET: TargetDraft = { source: null, place: '', hashtag: '' };

/** What a source that has several places asks for. */
const PLACES: Partial<
  Readonly<Record<SourceName, { readonly label: string; readonly such: string }>>
> = {
  mastodon: { label: 'Server, or several', such: 'mastodon.social, mstdn.jp' },
  ingest: { label: 'Partner', such: 'newsroom' },
};

/** Asks for a hashtag at a source. */
export function TargetFields(props: {
  draft: TargetDraft;
  sources: readonly SourceName[];
  change: (draft: TargetDraft) => void;
}) {
  const { draft, sources, change } = props;
  const source = sourceOf(draft, sources);
  const placeAsked = PLACES[source];
  return (
    <>
      <label>
        Hashtag
        <input
          name="hashtag"
          dir="auto"
          required
          autocomplete="off"
          placeholder="#election2026"
          value={draft.hashtag}
          onInput={(event) => change({ ...draft, hashtag: event.currentTarget.value })}
        />
      </label>
      <label>
        Source
        <select
          name="source"
          value={source}
          onChange={(event) =>
            change({
              ...draft,
              source: sources.find((one) => one === event.currentTarget.value) ?? source,
            })
          }
        >
          {sources.map((one) => (
            <option key={one} value={one}>
              {SOURCE_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      {placeAsked !== undefined && (
        <label>
          {placeAsked.label}
          <input
            name="place"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder={placeAsked.such}
            value={draft.place}
            onInput={(event) => change({ ...draft, place: event.currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}

/** The request that a draft stands for. */
export function targetOf(draft: TargetDraft, sources: readonly SourceName[]) {
  const source = sourceOf(draft, sources);
  const hashtag = draft.hashtag.trim();
  if (PLACES[source] === undefined) return { source, hashtag };
  const place = draft.place
    .split(/[\s,+]+/u)
    .filter((one) => one !== '')
    .join('+');
  return { source, hashtag, place };
}

function sourceOf(draft: TargetDraft, sources: readonly SourceName[]): SourceName {
  return draft.source ?? sources[0] ?? 'mastodon';
}
