/** A short message in the corner, for success. What must be acted on belongs on the page instead. */
export async function notify(message: string): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  notifications.show({ message, color: 'green', withBorder: true });
}
