import type { KnownBlock } from '@slack/types';

/** Slack's own limits, in characters; it refuses a message that passes one. */
const HEADER_MAX = 150;
const SECTION_MAX = 3000;
const FIELD_MAX = 2000;
const BLOCK_ID_MAX = 255;
export const FALLBACK_MAX = 3000;

/** The first half of a character outside the basic plane, or a part of an escaped one. */
const HALF_AT_END = /(?:[\ud800-\udbff]|&[a-z]*)$/;

/** @param id of the message: told by its end, which is its own */
export function header(id: string, text: string): KnownBlock {
  return {
    type: 'header',
    block_id: id.slice(-BLOCK_ID_MAX).toWellFormed(),
    text: { type: 'plain_text', emoji: true, text: cut(text, HEADER_MAX) },
  };
}

export function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: cut(text, SECTION_MAX) } };
}

export function fact(name: string, value: string) {
  return {
    type: 'mrkdwn',
    text: cut(`*${name}*\n${escapeMarkup(value)}`, FIELD_MAX),
  } as const;
}

export function contextLine(text: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

/** A link cannot be cut; one that is too long is told by the name of what it leads to. */
export function linkTo(link: string, label: string, name: string): string {
  const text = `<${link}|${label}>`;
  return text.length <= SECTION_MAX ? text : `${label}: ${escapeMarkup(name)}`;
}

/** Slack reads &, < and > as markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts through no character of two halves: half of one is no text. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(HALF_AT_END, '')}…`;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
