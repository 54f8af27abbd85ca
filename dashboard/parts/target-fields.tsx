import type { SourceName } from '../../functions/contract/words.ts';
import { SOURCE_WORDS } from '../source-words.ts';

export type TargetDraft = {
  readonly source: SourceName;
  readonly place: string;
  readonly hashtag: string;
};

/** Asks for a hashtag at a source. */
export function TargetFields(props: {
  draft: TargetDraft;
  sources: readonly SourceName[];
  change: (draft: TargetDraft) => void;
}) {
  const { draft, sources, change } = props;
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
          value={draft.source}
          onChange={(event) =>
            change({
              ...draft,
              source: sources.find((one) => one === event.currentTarget.value) ?? draft.source,
            })
          }
        >
          {sources.map((source) => (
            <option key={source} value={source}>
              {SOURCE_WORDS[source]}
            </option>
          ))}
        </select>
      </label>
      {draft.source === 'mastodon' && (
        <label>
          Server
          <input
            name="place"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder="mastodon.social"
            value={draft.place}
            onInput={(event) => change({ ...draft, place: event.currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}

/** The request that a draft stands for. */
export function targetOf({ source, place, hashtag }: TargetDraft) {
  return { source, hashtag: hashtag.trim(), ...(source === 'mastodon' && { place: place.trim() }) };
}
