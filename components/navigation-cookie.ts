/** Remembers whether the navigation is folded. In a file of its own, as server and browser read it. */
export const navigationCookie = 'navigation';
