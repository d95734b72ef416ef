import Link from 'next/link';
import { Logo } from '@/components/shell/logo';
import { Button } from '@/components/ui/button';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-sm text-center">
        <Logo className="mx-auto mb-6 size-10 text-muted-foreground/50" />
        <h1 className="text-lg font-semibold">There is nothing at this address</h1>
        <p className="mt-2 mb-6 text-sm text-muted-foreground">The interface may have been deleted, or the link was cut short.</p>
        <Button asChild>
          <Link href="/">Go home</Link>
        </Button>
      </div>
    </main>
  );
}
