'use client';

import dynamic from 'next/dynamic';
import type { WhatIfEditorProps } from './what-if-editor';

const WhatIfEditor = dynamic(
  () => import('./what-if-editor').then((module) => module.WhatIfEditor),
  { loading: () => <p>Loading the editor…</p> },
);

export function WhatIfOnDemand(props: WhatIfEditorProps) {
  return <WhatIfEditor {...props} />;
}
