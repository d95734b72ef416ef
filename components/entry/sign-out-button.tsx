'use client';

import { useState } from 'react';
import { Failure } from '@/components/shell/failure';
import { Button } from '@/components/ui/button';
import { signOut } from '@/lib/client/people';

/** Ends this session and begins anew at the address. */
export function SignOutButton({ children, to }: { children: string; to: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <>
      <Button variant="outline" onClick={() => void signOut().then(() => location.assign(to), (error: Error) => setFailure(error.message))}>
        {children}
      </Button>
      <Failure>{failure}</Failure>
    </>
  );
}
