/**
 * Words at the lower edge that pass. What shows them is loaded with the first of them, since most visits need none.
 * Order is kept: an import that is under way is shared.
 */
export function notify(message: string): void {
  void import('sonner').then(({ toast }) => toast(message));
}

export function notifyFailure(message: string): void {
  void import('sonner').then(({ toast }) => toast.error(message));
}
