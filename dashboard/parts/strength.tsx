const WIDTH = 88;
const HEIGHT = 8;

/** Strength ranks bursts; it is no probability, and is shown without a per cent sign. */
export function Strength({ value }: { value: number }) {
  const told = value.toFixed(2);
  return (
    <span class="strength" title="For ranking, from 0 to 1; not a probability">
      <span>strength</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <rect class="whole" width={WIDTH} height={HEIGHT} rx={HEIGHT / 2} />
        <rect class="part" width={value * WIDTH} height={HEIGHT} rx={HEIGHT / 2} />
      </svg>
      <span class="number">{told}</span>
    </span>
  );
}
