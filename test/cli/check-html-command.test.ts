import { expect, it } from 'vitest';
import { commandToRepeat } from '../../cli/check-html-command.ts';

it.each`
  args                                                  | paths                        | command
  ${['check', 'posts.jsonl', '--html', 'a.html']}       | ${['posts.jsonl', 'a.html']} | ${'turfwatch check posts.jsonl --html a.html'}
  ${['check', '/home/me/p.gz', '--html=/tmp/x/a.html']} | ${['/home/me/p.gz']}         | ${'turfwatch check p.gz --html=a.html'}
  ${['check', "../it's here.csv", '--window', '5m']}    | ${["../it's here.csv"]}      | ${"turfwatch check 'it'\\''s here.csv' --window 5m"}
  ${['check', '-', '--map', 'text=body;id=nr']}         | ${['-']}                     | ${"turfwatch check - --map 'text=body;id=nr'"}
`('$args', ({ args, paths, command }) => {
  expect(commandToRepeat(args, paths)).toBe(command);
});
