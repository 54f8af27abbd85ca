/** What was tried where an aim is not reached, with the figures of then: runs of 10 to 100 seeds, 2,000 posts, 60 s polls. */
export const TRIED = `### Where an aim is not reached, and what was tried

**C3, a hashtag mill of people** (aim \`coordinated\` in .90 at a dose of .3 and more; three earlier events, dose .3, unless said otherwise):

1. A fixed share that came back from three other hashtags (thresholds 2026-11-a): never stood, 0 \`coordinated\`; copies alone made .50 or more \`suspicious\`. Of a roster of which 30 % come back, a tenth is in two of three earlier events.
2. Return beyond what a community explains: effect .02 to .04 at dose .3, \`coordinated\` 0; at dose 1 .05 to .35, 0 to .23.
3. Those who copy against the others of the same burst: stands in .80 to 1.00 of runs, \`suspicious\` .97, \`coordinated\` 0, for copies are a tenth of all originals and stand from a quarter on.
4. The accounts that came back judged by themselves, on sketches of 256 accounts: 0; of 512, with copies of anybody's text: .25 at dose .3, .39 at dose 1; with seven earlier events .28 and .54. With a limit of .17 instead of .20 of their originals it was .60 and .75, but a weekly ritual with a set greeting (O15) was then \`coordinated\` in 3 of 20 runs where its weeks stood under different hashtags.

What it would take: longer memory (sketches of months), or texts that are compared between bursts.

**C11, a rider at a dose of .1, with three earlier events**: above its ceiling of \`suspicious\` in 28 of 100 runs, told for what it is by those who came back, and below it in more than half. Nothing was done to see less.

**C13, a slow drip** (\`coordinated\` at doses .3 and 1 in so many of 100 runs, with the volume detector of before): where the peak of volume is forgotten as a burst ends 1 and 1, but then **C9** reaches .50 at dose .3, for its returns and copies stand together only when the surge is over; kept for the whole event 7 and 20, and C9 1.00; kept where it was worth an alert (as it is) 1 and 2, and C9 .97; where in addition nothing below an alert counts as a rise 0 and 1, but then bursts that are only noticed can never be \`coordinated\` in life. With the detector of now, which raises fewer false alarms, 0 and 1 of 1,000, and C9 .99.

**O12, a giveaway, and O15, a weekly ritual, of 2,000 posts with three earlier events** (thresholds of before: O12 \`coordinated\` in 7 of 1,000, O15 \`suspicious\` in 8): 1. score 6 for what is asked at every poll, reuse at effect .08: O12 0, but C10 falls to .87 and troll-farm mixtures to .83; 2. reuse at score 6 and effect .06: C10 .97, O12 27 of 1,000, for of its entrants one in twenty enters everything; 3. that, and .05 of the posts allowed to regulars: C10 .97, O12 0 (as it is; with .04 one of 1,000). A floor of .03 or .05 under the *share of accounts* that return by chance instead spares O12 too, but mixtures fall to .68 and .57.

**Events of 200 posts** at a dose of .3 hold 60 posts of 5 to 20 accounts: below what copies, returns and groups ask for. **First events** of a campaign (none earlier): C3 and C6 show nothing, C2, C4, C7, C9 and C10 one family. **C1 polled every 300 or 900 s**: its posts live 53 s, so most are gone before anybody looks: half of the runs are \`suspicious\`.`;
