package org.caucus.browser;

/**
 * What a page is asked about itself, as scripts that answer what is wrong with it. What is seen
 * counts, and not what the sheet says: boxes, and what stands at a point.
 */
final class Flaws {
  private Flaws() {}

  /**
   * What can be asked of a visible element in each script: {@code shown}, whether people see it;
   * {@code told}, how it is told of.
   */
  private static final String COMMON =
      """
      const shown = one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && !one.closest('.visually-hidden, .opening, .unopened, .skip') && one.getBoundingClientRect().width > 0
        && getComputedStyle(one).clipPath !== 'inset(50%)' // said to screen readers alone
        && !(one.closest('thead') && getComputedStyle(one.closest('thead')).clipPath !== 'none');
      const told = one => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 140);
      const CONTROLS = 'a[href], button, input, select, textarea, summary';
      """;

  /**
   * What reaches beyond the window or beyond a box that hides what does not fit. Words that end in
   * an ellipsis can be read in full where they lead, or by their title.
   */
  static final String CUT =
      """
      () => { %s
        const SPACE = 6; // what a line ends with hangs over
        const flaws = [];
        const over = document.documentElement.scrollWidth - innerWidth;
        if (over > 1) flaws.push(`scrolls sideways by ${over} px`);
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = words.nextNode(); text; text = words.nextNode()) {
          const one = text.parentElement;
          if (!text.data.trim() || !shown(one) || one.closest('svg')) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          const box = range.getBoundingClientRect();
          for (let up = one; up; up = up.parentElement) {
            const style = getComputedStyle(up);
            if (/auto|scroll/.test(style.overflowX) || style.textOverflow === 'ellipsis'
              || style.webkitLineClamp !== 'none') break;
            const hides = up === document.documentElement || /hidden|clip/.test(style.overflowX);
            const edge = up === document.documentElement
              ? { left: 0, right: innerWidth } : up.getBoundingClientRect();
            if (hides && (box.left < edge.left - SPACE || box.right > edge.right + SPACE)) {
              flaws.push(`cut off: "${text.data.trim().slice(0, 60)}" in ${told(one)}`);
              break;
            }
          }
        }
        return flaws;
      }\
      """
          .formatted(COMMON);

  /** Controls over which something else lies though they are scrolled into the middle. */
  static final String COVERED =
      """
      () => { %s
        const flaws = [];
        for (const one of document.querySelectorAll(CONTROLS)) {
          if (!shown(one)) continue;
          one.scrollIntoView({ block: 'center', inline: 'nearest' });
          const box = one.getClientRects()[0];
          const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          if (!there || one.contains(there) || there.contains(one) || there.closest('label')?.contains(one)) continue;
          flaws.push(`covered: ${told(one)} by ${told(there)}`);
        }
        scrollTo(0, 0);
        return flaws;
      }\
      """
          .formatted(COMMON);

  /** What nobody can press or fill in on paper, and what paper would cut. */
  static final String ON_PAPER =
      """
      () => { %s
        const flaws = [];
        const press = 'nav:not(main nav), nav button, .button:not([download]), [role=progressbar], [role=menu]';
        for (const one of document.querySelectorAll(press)) if (shown(one)) flaws.push('to press: ' + told(one));
        for (const one of document.querySelectorAll('textarea, input:not([type=checkbox], [type=radio])'))
          if (shown(one) && (/file|search/.test(one.type) || getComputedStyle(one).borderTopStyle !== 'none'))
            flaws.push('to fill in: ' + told(one));
        for (const one of document.querySelectorAll('body *')) {
          if (!shown(one) || one.closest('svg')) continue;
          const style = getComputedStyle(one);
          if (style.position === 'fixed') flaws.push('on every sheet: ' + told(one));
          const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible';
          if (cuts && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
            flaws.push('cut: ' + told(one));
          if (one.matches('a[href]') && style.color === 'rgb(255, 255, 255)') flaws.push('white: ' + told(one));
        }
        if (document.documentElement.scrollWidth > innerWidth + 1)
          flaws.push(`wider than the sheet by ${document.documentElement.scrollWidth - innerWidth} px`);
        return flaws;
      }\
      """
          .formatted(COMMON);

  /**
   * The words of the page itself, as they are seen and as they are read aloud: not what people
   * wrote, which runs in its own direction and is marked so.
   */
  static final String WORDS =
      """
      () => { %s
        const theirs = one => one.closest(
          'bdi, [dir=auto], [dir=ltr], code, kbd, .mono, time, [lang]:not(html), blockquote, svg');
        const all = new Set();
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = words.nextNode(); text; text = words.nextNode()) {
          const one = text.parentElement;
          if (one.matches('script, style, noscript') || theirs(one)) continue;
          if (one.checkVisibility() && !one.closest('.opening, .unopened')) all.add(text.data.trim());
        }
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          for (const one of document.querySelectorAll(`body [${name}]:not(.mono)`))
            if (one.checkVisibility() && !(name === 'title' && theirs(one))) all.add(one.getAttribute(name).trim());
        all.add(document.title.split(' · ')[0]);
        return [...all].filter(Boolean);
      }\
      """
          .formatted(COMMON);

  /** What does not run from right to left in a page that does. */
  static final String NOT_MIRRORED =
      """
      () => { %s
        const flaws = [];
        if (document.documentElement.dir !== 'rtl') flaws.push('the page is not dir=rtl');
        const rail = document.querySelector('.rail');
        const main = document.querySelector('main');
        if (rail && rail.getBoundingClientRect().left < main.getBoundingClientRect().left)
          flaws.push('the rail is on the left');
        const h1 = document.querySelector('h1');
        if (h1 && getComputedStyle(h1).direction !== 'rtl') flaws.push('the heading runs from the left');
        for (const one of document.querySelectorAll('main *')) {
          const style = getComputedStyle(one);
          const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
          if (own && shown(one) && style.direction === 'rtl' && style.textAlign === 'left')
            flaws.push('stands on the left: ' + told(one));
        }
        return flaws;
      }\
      """
          .formatted(COMMON);

  /** Begins a walk with the keys above the page's content, and numbers what it should come by. */
  static final String BEGIN_WALK =
      """
      () => { %s
        const main = document.querySelector('main');
        main.tabIndex = -1;
        main.focus();
        window.walked = [];
        window.toWalk = () => [...main.querySelectorAll(CONTROLS + ', [tabindex="0"]')].filter(one => shown(one)
          && !one.disabled && one.tabIndex >= 0
          && !(one.type === 'radio' && [...main.querySelectorAll('[type=radio]')].some(
            other => other !== one && other.name === one.name && (other.checked || !one.checked))));
        return [...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0)
          .map(one => 'out of turn: ' + told(one));
      }\
      """
          .formatted(COMMON);

  /** One step of it: null when it has left the content, else what is wrong with where it stands. */
  static final String STEP =
      """
      () => { %s
        const one = document.activeElement;
        const main = document.querySelector('main');
        if (!main.contains(one) || one === main || window.walked.includes(one)) return null;
        const before = window.walked.at(-1);
        window.walked.push(one);
        const flaws = [];
        const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
        const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 30), 1), innerWidth - 2);
        const there = document.elementFromPoint(x, box.top + box.height / 2);
        if (!there || !(one.contains(there) || there.contains(one) || there.closest('label')?.contains(one)))
          flaws.push(`not seen when reached: ${told(one)}` + (there ? ` under ${told(there)}` : ''));
        const style = getComputedStyle(one.matches('textarea.bare, input.bare') ? one.closest('form') : one);
        const marked = one.matches('textarea.bare, input.bare') ? style.boxShadow.includes(style.borderTopColor)
          : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        if (!marked) flaws.push('no mark of the focus: ' + told(one));
        if (before && before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
          flaws.push('reached after what follows it: ' + told(one));
        if (before?.parentElement === one.parentElement && box.bottom <= before.getBoundingClientRect().top)
          flaws.push('stands above what comes before it: ' + told(one));
        return flaws;
      }\
      """
          .formatted(COMMON);

  /** What the walk never came by. */
  static final String END_WALK =
      """
      () => { %s return window.toWalk().filter(one => !window.walked.includes(one))
        .map(one => 'never reached: ' + told(one)) }\
      """
          .formatted(COMMON);

  /** The first field that takes letters, with nothing in it, in focus; whether there is one. */
  static final String INTO_A_FIELD =
      """
      () => { %s
        const fields = 'main :is(textarea, input:not([type]), input[type=text], input[type=search])';
        const one = [...document.querySelectorAll(fields)]
          .find(one => shown(one) && !one.disabled && !one.readOnly && one.value === '');
        one?.focus();
        return one !== undefined;
      }\
      """
          .formatted(COMMON);
}
