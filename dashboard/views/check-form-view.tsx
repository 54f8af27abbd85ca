import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { CheckView } from '../../functions/contract/check.ts';
import { useApi } from '../api-context.ts';
import { FaultNote } from '../parts/fault-note.tsx';
import { NO_TARGET, TargetFields, targetOf } from '../parts/target-fields.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { readPostFile } from '../read-post-file.ts';
import { useSources } from '../use-sources.ts';

/** Asks for a check: of a hashtag as it stands now, or of posts from a file. */
export function CheckFormView() {
  const [, go] = useLocation();
  const [fault, setFault] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const start = (ask: () => Promise<CheckView>) => {
    setBusy(true);
    setFault(null);
    ask()
      .then(({ checkId }) => go(`/checks/${encodeURIComponent(checkId)}`), setFault)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <ViewTitle text="Check now" />
      <p class="lead">The posts are judged as one burst. They are read and not kept.</p>
      {fault && <FaultNote error={fault} />}
      <div class="pair">
        <HashtagForm busy={busy} start={start} />
        <FileForm busy={busy} start={start} />
      </div>
    </>
  );
}

type FormProps = { busy: boolean; start: (ask: () => Promise<CheckView>) => void };

function HashtagForm({ busy, start }: FormProps) {
  const api = useApi();
  const sources = useSources();
  const [draft, setDraft] = useState(NO_TARGET);
  return (
    <form
      class="card"
      aria-labelledby="check-hashtag"
      onSubmit={(event) => {
        event.preventDefault();
        start(() => api.checkHashtag(targetOf(draft, sources)));
      }}
    >
      <h2 id="check-hashtag">A hashtag</h2>
      <p>The posts of its last 24 hours are read, as far as the source gives them.</p>
      <TargetFields draft={draft} sources={sources} change={setDraft} />
      <button type="submit" class="primary" disabled={busy}>
        Check the hashtag
      </button>
    </form>
  );
}

function FileForm({ busy, start }: FormProps) {
  const api = useApi();
  const [file, setFile] = useState<File | null>(null);
  return (
    <form
      class="card"
      aria-labelledby="check-file"
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) start(async () => api.checkPosts(await readPostFile(file)));
      }}
    >
      <h2 id="check-file">Posts from a file</h2>
      <p>
        One JSON object a line, plain or gzip, up to 5 MB: <code>id</code>, <code>source</code>,{' '}
        <code>hashtags</code>, <code>createdAt</code>, <code>author</code>,{' '}
        <code>authorCreatedAt</code>, <code>repost</code>, <code>text</code>.
      </p>
      <label>
        File
        <input
          type="file"
          required
          accept=".jsonl,.ndjson,.json,.gz"
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
      <button type="submit" class="primary" disabled={busy}>
        Check the posts
      </button>
    </form>
  );
}
