/** The mark: a case with a light along its top edge. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <rect x="3.75" y="5.75" width="16.5" height="14.5" rx="3.25" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3 2.75h18" stroke="var(--alive)" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M8 15.5v-3M12 15.5v-5M16 15.5v-2" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
