import { ApiFault } from '../api-client.ts';

/** Why a request was refused, field by field where the API says so. */
export function FaultNote({ error }: { error: Error }) {
  const fields = error instanceof ApiFault ? error.errors : [];
  return (
    <div class="notice failed" role="alert">
      {fields.length === 0 ? (
        <p class="title">{error.message}</p>
      ) : (
        <ul>
          {fields.map(({ field, detail }) => (
            <li key={field + detail}>
              <code>{field}</code> {detail}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
