import type { JSX } from 'preact';

type FieldProps = Omit<JSX.IntrinsicElements['input'], 'label'> & {
  readonly name: string;
  readonly label: string;
  /** What is wrong with it; undefined where nothing is known to be. */
  readonly fault: string | undefined;
};

/** A field with its label, and with what is wrong with it. */
export function FormField({ name, label, fault, ...input }: FieldProps) {
  const note = `wrong-${name}`;
  return (
    <div>
      <label>
        {label}
        <input
          {...input}
          name={name}
          autocomplete="off"
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : note}
        />
      </label>
      {fault !== undefined && (
        <p class="wrong" id={note}>
          {fault}
        </p>
      )}
    </div>
  );
}
