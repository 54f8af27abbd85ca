import type { EvidenceView } from '../../functions/contract/verdict.ts';
import { detailName, SIGNAL_WORDS } from '../signal-words.ts';
import { short, whole } from '../wording.ts';

/** Every signal's answer, or why it could not look. What was not measured is neither for nor against. */
export function EvidenceTable({ evidence }: { evidence: readonly EvidenceView[] }) {
  const rows = [...evidence].sort(
    (a, b) => Number(b.state === 'measured') - Number(a.state === 'measured'),
  );
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
              </th>
              <Finding item={item} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Finding({ item }: { item: EvidenceView }) {
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
