import type { SourceName } from '../../functions/contract/words.ts';
import { SOURCE_WORDS } from '../source-words.ts';

export type TargetDraft = {
  /** null until the reader chooses: then the first that this deployment reads. */
  readonly source: SourceName | null;
  readonly place: string;
  readonly hashtag: string;
};

export const NO_TARGET: TargetDraft = { source: null, place: '', hashtag: '' };

/** Asks for a hashtag at a source. */
export function TargetFields(props: {
  draft: TargetDraft;
  sources: readonly SourceName[];
  change: (draft: TargetDraft) => void;
}) {
  const { draft, sources, change } = props;
  const source = sourceOf(draft, sources);
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
      {source === 'mastodon' && (
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
export function targetOf(draft: TargetDraft, sources: readonly SourceName[]) {
  const source = sourceOf(draft, sources);
  const hashtag = draft.hashtag.trim();
  return { source, hashtag, ...(source === 'mastodon' && { place: draft.place.trim() }) };
}

function sourceOf(draft: TargetDraft, sources: readonly SourceName[]): SourceName {
  return draft.source ?? sources[0] ?? 'mastodon';
}
