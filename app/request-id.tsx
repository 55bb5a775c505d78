'use client';

import { useEffect, useState } from 'react';

/** The id under which the server's log and the history know the request for this page. */
export function RequestId() {
  const [id, setId] = useState<string>();

  // The browser keeps what the server said with an answer, see Server-Timing in the front.
  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
        const isThisPage = new URL(entry.name).pathname === window.location.pathname;
        const told = entry.serverTiming?.find(({ name }) => name === 'request');
        if (isThisPage && told) setId(told.description);
      }
    });
    for (const type of ['navigation', 'resource']) observer.observe({ type, buffered: true });
    return () => observer.disconnect();
  }, []);

  return id ? (
    <>
      {' '}
      Request: <code>{id}</code>
    </>
  ) : null;
}
