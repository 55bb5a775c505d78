import { isWebAddress } from '@/app/_lib/fields';

/** Where a statement is known from; a link when it has an address of the web. */
export function SourceLink({ source, url }: { source: string; url: string }) {
  // Imported addresses did not pass through a form.
  if (!isWebAddress(url)) return <>{source || url}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {source || url}
      <span className="visually-hidden"> (opens in a new window)</span>
    </a>
  );
}
