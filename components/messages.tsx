'use client';

import { useEffect, useState } from 'react';
import { onNotify } from './notify';

type MessageList = typeof import('@mantine/notifications');

/** Messages in the corner. Their script is fetched with the first message, as most pages have none. */
export function Messages() {
  const [loaded, setLoaded] = useState<MessageList>();

  useEffect(
    () =>
      onNotify(async (message) => {
        const list = await import('@mantine/notifications');
        setLoaded(list);
        list.notifications.show({ message, color: 'green', withBorder: true });
      }),
    [],
  );

  return loaded ? (
    <loaded.Notifications position="bottom-right" limit={4} autoClose={6000} />
  ) : null;
}
