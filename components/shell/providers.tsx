'use client';

import { ThemeProvider } from 'next-themes';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';

// Nothing is said before the page can be used.
const Toaster = dynamic(() => import('sonner').then((module) => module.Toaster), { ssr: false });

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      {children}
      <Toaster position="bottom-center" toastOptions={{ className: 'font-sans' }} />
    </ThemeProvider>
  );
}
