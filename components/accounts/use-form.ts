'use client';

import { type FormEvent, useState } from 'react';

/** A form that is sent once at a time. What is refused is said, and what was typed stays. */
export function useForm(send: (field: (name: string) => string) => Promise<void>): { busy: boolean; failure: string | null; onSubmit(event: FormEvent<HTMLFormElement>): void } {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    void send((name) => String(form.get(name) ?? '')).catch((error: Error) => {
      setFailure(error.message);
      setBusy(false);
    });
  };
  return { busy, failure, onSubmit };
}
