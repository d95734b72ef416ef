import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from '@/components/ui/alert-dialog';

/** A link inside an interface leads out of it: the person sees the whole address first. */
export function LinkDialog({ href, onClose }: { href: string | null; onClose(): void }) {
  return (
    <AlertDialog open={href !== null} onOpenChange={(open) => !open && onClose()}>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>Open this address?</AlertDialogTitle>
          <AlertDialogDescription>The interface wants to open a page outside of Vitrine.</AlertDialogDescription>
        </AlertDialogHeader>
        <p className="max-h-40 overflow-y-auto rounded-md border bg-muted/40 p-3 font-mono text-xs break-all">{href}</p>
        <AlertDialogFooter>
          <AlertDialogCancel>Stay here</AlertDialogCancel>
          <AlertDialogAction onClick={() => window.open(href!, '_blank', 'noopener,noreferrer')}>Open in a new tab</AlertDialogAction>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
