// Puts the viewer over the page; it comes when a file is first shown.
import { mount, unmount } from 'svelte';
import Viewer from './Viewer.svelte';
import type { Viewable } from './viewing';

/** `closed`: called when it is gone. */
export function showViewer(files: Viewable[], first: number, closed: () => void): void {
  const viewer = mount(Viewer, {
    target: document.body,
    props: {
      files,
      first,
      onclose: () => {
        void unmount(viewer);
        closed();
      },
    },
  });
}
