/** A post as Mastodon's API gives it, cut to what is read. */
export function aStatus(id: string, createdMs: number, changes: Record<string, unknown> = {}) {
  return {
    id,
    created_at: new Date(createdMs).toISOString(),
    content: `<p>post ${id}</p>`,
    language: 'en',
    reblog: null,
    tags: [{ name: 'CityRun', url: 'https://a.example/tags/cityrun' }],
    account: {
      uri: `https://a.example/users/${id}`,
      url: `https://a.example/@${id}`,
      created_at: '2020-05-17T00:00:00.000Z',
      followers_count: 7,
    },
    ...changes,
  };
}
