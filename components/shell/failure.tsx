/** Why something was not done. */
export function Failure({ children }: { children: string | null | undefined }) {
  return (
    children && (
      <p role="alert" className="text-sm text-pretty text-destructive">
        {children}
      </p>
    )
  );
}
