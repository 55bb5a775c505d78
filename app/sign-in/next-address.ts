const anyOrigin = 'http://register.invalid';

/** Where to go after signing in: `next` if it is a path of this register, else the start page. */
export function nextAddress(next: string | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, anyOrigin)) return '/';
  const { origin, pathname, search, hash } = new URL(next, anyOrigin);
  // A path may become "//host" only once its dots are resolved.
  if (origin !== anyOrigin || pathname.startsWith('//')) return '/';
  return `${pathname}${search}${hash}`;
}
