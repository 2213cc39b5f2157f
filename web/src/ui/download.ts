// Something to keep, from a menu: as a link does, so that any size goes straight to disk.
import { frameOf } from '../api/api';
import { stepUp } from '../features/step-up/stepUp.svelte';

/** Anyone who takes it home proves first that they are who is signed in. Answers whether it began. */
export async function download(path: string): Promise<boolean> {
  if (!(await stepUp.ready())) return false;
  const link = document.createElement('a');
  link.href = frameOf(path);
  link.download = '';
  link.click();
  return true;
}
