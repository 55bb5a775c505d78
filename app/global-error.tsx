'use client';

/** Shown when not even the frame can be drawn, as when the database does not answer. */
export default function GlobalErrorPage({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '40rem', margin: '4rem auto' }}>
        <title>Out of order · Supplier Risk Register</title>
        <main>
          <h1>The register cannot be shown</h1>
          <p>
            The server or its database does not answer. Nothing is shown rather than something
            incomplete, and nothing was changed.
          </p>
          <p>Try again in a moment; if it stays like this, tell your administrator.</p>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
