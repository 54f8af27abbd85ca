import type { SourceView } from '../../functions/contract/source.ts';
import {
  AUTHOR_DATE_WORDS,
  DELETION_WORDS,
  finenessWords,
  priceWords,
  reachWords,
  SOURCE_WORDS,
} from '../source-words.ts';

/** What each source can tell here: what it cannot tell is not measured, and never counts as nothing. */
export function SourceTable({ sources }: { sources: readonly SourceView[] }) {
  return (
    <div class="card scroll">
      <table class="sources stacked">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Deleted posts</th>
            <th scope="col">Age of accounts</th>
            <th scope="col">Reposts</th>
            <th scope="col">Counts</th>
            <th scope="col">Counts the past</th>
            <th scope="col">Trend list</th>
            <th scope="col">Price</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.name} source={source} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SourceRow({ source }: { source: SourceView }) {
  const { name, off, deletions, authorDates, reposts, trends } = source;
  return (
    <tr>
      <th scope="row">
        {SOURCE_WORDS[name]}
        {off !== null && <span class="off">off: {off}</span>}
      </th>
      <td data-label="deleted posts">{DELETION_WORDS[deletions]}</td>
      <td data-label="age of accounts">{AUTHOR_DATE_WORDS[authorDates]}</td>
      <td data-label="reposts">{reposts ? 'seen' : 'not seen'}</td>
      <td data-label="counts">{finenessWords(source.countMs)}</td>
      <td data-label="counts the past">{reachWords(source.pastMs)}</td>
      <td data-label="trend list">{trends ? 'yes' : 'no'}</td>
      <td data-label="price">{priceWords(source.priceUsd)}</td>
    </tr>
  );
}
