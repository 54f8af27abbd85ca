/** Open sets of one community each: sister events that share their regulars. */
export const COMMUNITIES: Readonly<Record<string, readonly string[]>> = {
  epidemiologists: ['organic-ser2018', 'organic-epibookclub'],
  journalists: ['organic-ire14', 'organic-srccon', 'organic-nicar17'],
  'R users': ['organic-rstats2018', 'organic-rstudioconf2018', 'organic-rstatsnyc2018'],
  ecologists: ['organic-esa2019', 'organic-usiale2018'],
};
