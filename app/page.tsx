import { redirect } from 'next/navigation';

/** The register is what everybody comes for. */
export default function HomePage() {
  redirect('/register');
}
