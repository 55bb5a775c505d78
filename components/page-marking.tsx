import { MarkingBanner } from './marking-banner';

/**
 * The protective marking of what the page holds, in the place of the frame's own. A direct child of
 * the page's main element, after all else.
 */
export function PageMarking({ marking }: { marking: string }) {
  return (
    <>
      <MarkingBanner marking={marking} edge="top" of="page" />
      <MarkingBanner marking={marking} edge="bottom" of="page" />
    </>
  );
}
