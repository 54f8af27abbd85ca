import { alternativeOf } from '../../functions/verdict/words.ts';
import type { JudgedBurst } from '../check-judge.ts';
import { html, type Markup } from './markup.ts';

/** What no reader may take from the page. The long form is docs/limits.md. */
export function limitsNote(bursts: readonly JudgedBurst[]): Markup {
  const organic = bursts.find(({ verdict }) => verdict.level === 'organic');
  return html`<div class="note"><h2>What this cannot show</h2><ul>
<li><strong>Coordinated</strong> means that accounts acted together more than chance explains, and no more. A fan party or a petition that says so openly is coordinated too: look for the public call.</li>
<li>Not who is behind it, not whether anybody was paid, and not whether what is said is true. Anybody can push a hashtag, also to make somebody else look bad.</li>
<li>Not that any one account did wrong: evidence is about a crowd, and people who joined by themselves are in it too. Nobody should be suspended, named or sued on a verdict alone.</li>
<li><strong>Strength</strong> ranks bursts. It is not a probability.</li>
<li>A signal that was <strong>not measured</strong> speaks neither for nor against. <strong>Undecided</strong> is not organic.</li>
<li>These are the posts of the files above: whatever they leave out, or were chosen by, this page cannot see.</li>
${organic && html`<li><strong>Organic</strong> means that nothing stands out. ${alternativeOf(organic.verdict)}</li>`}</ul></div>`;
}
