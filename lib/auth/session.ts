export async function sessionOf(_headers: Headers): Promise<{ id: string; person: { id: string; name: string; email: string }; teamId: string | null } | null> { return null; }
