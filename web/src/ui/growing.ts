// A field as high as its words, where the browser does not see to that by itself (`field-sizing: content`; WebKit before
// Safari 26.2). The sheet says between which heights.
import type { Attachment } from 'svelte/attachments';

const byItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** For `{@attach growing(text)}`: made anew whenever the text is another. */
export const growing = (_text: string): Attachment<HTMLTextAreaElement> | undefined => (byItself ? undefined : (field) => grows(field));

function grows(field: HTMLTextAreaElement): () => void {
  let width = 0;
  const fit = (): void => {
    const at = field.scrollTop;
    field.style.blockSize = 'auto';
    const edges = field.offsetHeight - field.clientHeight;
    field.style.blockSize = `${field.scrollHeight + edges}px`;
    field.scrollTop = at;
  };
  const watch = new ResizeObserver(() => {
    if (field.clientWidth === width) return;
    width = field.clientWidth;
    fit();
  });
  watch.observe(field);
  fit();
  return () => watch.disconnect();
}
