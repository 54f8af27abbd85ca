import type { EvidenceView, VerdictView } from '../../functions/contract/verdict.ts';
import { detailName, SIGNAL_WORDS } from '../signal-words.ts';
import { short, whole } from '../wording.ts';

type Judged = Pick<VerdictView, 'evidence' | 'citing' | 'standing' | 'reasons'>;

/**
 * Every signal's answer, or why it could not look: first those that the verdict rests on. What was
 * not measured is neither for nor against.
 */
export function EvidenceTable({ verdict }: { verdict: Judged }) {
  const { evidence, citing, standing, reasons } = verdict;
  const rank = ({ signal, state }: EvidenceView) =>
    Number(citing.includes(signal)) * 2 + Number(state === 'measured');
  const rows = [...evidence].sort((one, other) => rank(other) - rank(one));
  return (
    <div class="scroll">
      <table class="evidence stacked">
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col" class="figure" title="-log10 p under the organic null">
              Score
            </th>
            <th scope="col" class="figure">
              Effect
            </th>
            <th scope="col" class="figure">
              Accounts
            </th>
            <th scope="col">Figures</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <tr key={item.signal} class={item.state}>
              <th scope="row">
                <span class="name">{SIGNAL_WORDS[item.signal].name}</span>
                <span class="asks">{SIGNAL_WORDS[item.signal].asks}</span>
                {citing.includes(item.signal) && (
                  <span class="tag rests">{citedAs(item, standing.length > 0)}</span>
                )}
              </th>
              <Finding item={item} reasons={reasons} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Why the verdict rests on a signal: it stands; or nothing does, and it would have seen something. */
function citedAs({ signal, state }: EvidenceView, anyStands: boolean): string {
  if (signal === 'burst') return 'keeps it at suspicious';
  if (state === 'unmeasured') return 'still to come';
  return anyStands ? 'the verdict rests on it' : 'would have seen it';
}

/** What a reason says already is not said again. */
function Finding({ item, reasons }: { item: EvidenceView; reasons: Judged['reasons'] }) {
  if (item.state === 'unmeasured') {
    return (
      <td colSpan={4} class="wide">
        <span class="tag">not measured</span> {item.reason}
      </td>
    );
  }
  return (
    <>
      <td class="figure" data-label="score">
        {short(item.score)}
      </td>
      <td class="figure" data-label="effect">
        {short(item.effect)}
      </td>
      <td class="figure" data-label="accounts">
        {item.signal === 'burst' ? '–' : whole(item.accounts)}
      </td>
      <td class="wide">
        {item.sentence !== null && !reasons.includes(item.sentence) && (
          <p class="sentence">{item.sentence}</p>
        )}
        <dl class="detail">
          {Object.entries(item.detail).map(([key, value]) => (
            <div key={key}>
              <dt>{detailName(key)}</dt>
              <dd>{typeof value === 'number' ? short(value) : value}</dd>
            </div>
          ))}
        </dl>
      </td>
    </>
  );
}
