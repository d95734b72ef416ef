import { placeSuite } from '../place-suite';
import { createIsolates } from './isolates';

placeSuite(async () => {
  const isolates = createIsolates({ size: 2 });
  await isolates.ready();
  return isolates;
});
