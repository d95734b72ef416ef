import { signOut } from '@/lib/client/people';
import { notifyFailure } from './notify';

/** Ends this session and goes to where people sign in. */
export function signOutHere(): void {
  signOut().then(
    () => location.assign('/sign-in'),
    (error: Error) => notifyFailure(`You are still signed in. ${error.message}`),
  );
}
