type NamedHashtag = { readonly hashtag: string; readonly display?: string | undefined };

/** A hashtag in any script: it runs in its own direction and is kept apart from the words around it. */
export function HashtagName({ hashtag, display }: NamedHashtag) {
  return (
    <bdi class="hashtag" dir="auto">
      #{display ?? hashtag}
    </bdi>
  );
}
