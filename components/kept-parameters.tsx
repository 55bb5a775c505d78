interface KeptParametersProps {
  params: URLSearchParams;
  /** Those that the form sets itself, or that mean nothing after it. */
  but?: readonly string[];
}

/** What a form that is sent as an address keeps of the present one. */
export function KeptParameters({ params, but = [] }: KeptParametersProps) {
  return [...params]
    .filter(([name]) => !but.includes(name))
    .map(([name, value]) => (
      <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
    ));
}
