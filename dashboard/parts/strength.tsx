/** Strength ranks bursts; it is no probability, and is shown without a per cent sign. */
export function Strength({ value }: { value: number }) {
  return (
    <span class="strength" title="For ranking, from 0 to 1; not a probability">
      <span class="label">strength</span>
      <meter min={0} max={1} value={value} aria-label={`strength ${value.toFixed(2)} of 1`} />
      <span class="number">{value.toFixed(2)}</span>
    </span>
  );
}
