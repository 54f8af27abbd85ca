/** A hashtag in any script: it runs in its own direction and is kept apart from the words around it. */
export function HashtagName({ hashtag }: { hashtag: string }) {
  return (
    <bdi class="hashtag" dir="auto">
      #{hashtag}
    </bdi>
  );
}
