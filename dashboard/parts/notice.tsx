import type { ComponentChildren } from 'preact';

/** A state of the page that is not its content: loading, empty, failed. */
export function Notice(props: {
  kind: 'loading' | 'empty' | 'failed';
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class={`notice ${props.kind}`} role={props.kind === 'failed' ? 'alert' : 'status'}>
      <p class="title">{props.title}</p>
      {props.children}
    </div>
  );
}
