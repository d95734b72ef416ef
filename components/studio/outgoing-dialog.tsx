import { saveFile, sizeInWords } from '@/components/shell/save-file';
import { notifyFailure } from '@/components/shell/notify';
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
import type { Outgoing } from '@/lib/bridge/messages';
import { fileToSave } from '@/lib/sandbox/download';

type Question = { title: string; detail: string; shown: string | null; action: string; act(): void | Promise<void> };

/** What a click inside an interface would do outside of it: the person sees all of it first, and it happens only if they say so. */
export function OutgoingDialog({ outgoing, onClose }: { outgoing: Outgoing; onClose(): void }) {
  const { title, detail, shown, action, act } = questionOf(outgoing);
  const doIt = () => void Promise.resolve(act()).catch((error: Error) => notifyFailure(`That didn’t work. ${error.message}`));
  return (
    <AlertDialog open onOpenChange={(open) => !open && onClose()}>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>{title}</AlertDialogTitle>
          <AlertDialogDescription>{detail}</AlertDialogDescription>
        </AlertDialogHeader>
        {shown !== null && (
          <p tabIndex={0} aria-label="What it is" className="max-h-40 overflow-y-auto rounded-md border bg-muted/40 p-3 font-mono text-xs break-all whitespace-pre-wrap">
            {shown}
          </p>
        )}
        <AlertDialogFooter>
          <AlertDialogCancel>Not now</AlertDialogCancel>
          <AlertDialogAction onClick={doIt}>{action}</AlertDialogAction>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}

function questionOf(outgoing: Outgoing): Question {
  if (outgoing.type === 'link') {
    return {
      title: 'Open this address?',
      detail: 'The interface wants to open a page outside of Vitrine.',
      shown: outgoing.href,
      action: 'Open in a new tab',
      act: () => void window.open(outgoing.href, '_blank', 'noopener,noreferrer'),
    };
  }
  if (outgoing.type === 'copy') {
    return {
      title: 'Copy this?',
      detail: 'The interface wants to put this text on your clipboard. Look at it before you paste it where commands are run.',
      shown: outgoing.text,
      action: 'Copy',
      act: () => navigator.clipboard.writeText(outgoing.text),
    };
  }
  if (outgoing.type === 'print') {
    return { title: 'Print the interface?', detail: 'It is printed as it is shown now.', shown: null, action: 'Print', act: printSoon };
  }
  const file = savable(outgoing);
  return {
    title: file ? 'Save this file?' : 'This file can’t be saved',
    detail: file ? 'The interface made a file for you.' : 'What the interface made is no whole file.',
    shown: file && `${file.name} (${sizeInWords(file.bytes.length)})`,
    action: file ? 'Save' : 'Close',
    act: () => (file ? saveFile(file.name, new Blob([file.bytes], { type: file.kind })) : undefined),
  };
}

function savable({ name, url }: Extract<Outgoing, { type: 'download' }>) {
  try {
    return fileToSave(name, url);
  } catch {
    return null; // Base64 that ends in the middle.
  }
}


/** Once the dialog is gone: it would be on the paper. */
function printSoon(): void {
  setTimeout(() => window.print(), 300);
}
