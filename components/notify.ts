/** Takes the messages; set while a page is there to show them. */
let show: ((message: string) => void) | undefined;

/** A short message in the corner, for success. What must be acted on belongs on the page instead. */
export function notify(message: string): void {
  show?.(message);
}

/** The one place that shows messages. Gives back the way to step down. */
export function onNotify(listener: (message: string) => void): () => void {
  show = listener;
  return () => {
    if (show === listener) show = undefined;
  };
}
