package org.caucus.e2e.browser;

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
        && !one.closest('.visually-hidden, .opening, .coming, .unopened, .skip')
        && one.getBoundingClientRect().width > 0
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

  /**
   * Controls that a finger misses: under 44 px on a side (WCAG 2.2, 2.5.5), with another one within
   * the 44 px around their middle (2.5.8). A link within a sentence is as high as its line.
   */
  static final String SMALL =
      """
      () => { %s
        const LEAST = 44;
        const flaws = [];
        const line = one => {
          let up = one.parentElement;
          while (up && getComputedStyle(up).display.startsWith('inline')) up = up.parentElement;
          return up;
        };
        const inSentence = one => one.matches('a[href]') && getComputedStyle(one).display === 'inline'
          && line(one).textContent.trim().length > one.textContent.trim().length + 2;
        const still = one => {
          for (let up = one; up; up = up.parentElement)
            if (/fixed|sticky/.test(getComputedStyle(up).position)) return up;
          return null;
        };
        const reach = one => {
          const box = one.getBoundingClientRect();
          const all = [box];
          for (const label of one.labels ?? []) if (label.contains(one)) all.push(label.getBoundingClientRect());
          for (const side of ['::before', '::after']) {
            const style = getComputedStyle(one, side);
            if (style.content === 'none' || style.position !== 'absolute') continue;
            const left = box.left + one.clientLeft + parseFloat(style.left);
            const top = box.top + one.clientTop + parseFloat(style.top);
            const right = left + parseFloat(style.width);
            const bottom = top + parseFloat(style.height);
            if ([left, top, right, bottom].every(Number.isFinite)) all.push({ left, top, right, bottom });
          }
          return { left: Math.min(...all.map(b => b.left)), top: Math.min(...all.map(b => b.top)),
            right: Math.max(...all.map(b => b.right)), bottom: Math.max(...all.map(b => b.bottom)) };
        };
        const controls = [...document.querySelectorAll(CONTROLS)].filter(one => shown(one) && !one.disabled);
        for (const one of controls) {
          if (inSentence(one)) continue;
          const at = reach(one);
          const [wide, high] = [at.right - at.left, at.bottom - at.top];
          if (wide > LEAST - 0.6 && high > LEAST - 0.6) continue;
          const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
          const round = { left: Math.min(at.left, x - LEAST / 2), right: Math.max(at.right, x + LEAST / 2),
            top: Math.min(at.top, y - LEAST / 2), bottom: Math.max(at.bottom, y + LEAST / 2) };
          const near = controls.find(other => {
            if (other === one || other.contains(one) || one.contains(other)) return false;
            if (still(other) !== still(one)) return false;
            const box = other.getBoundingClientRect();
            return box.left < round.right - 1 && box.right > round.left + 1
              && box.top < round.bottom - 1 && box.bottom > round.top + 1;
          });
          if (near) flaws.push(`${Math.round(wide)} x ${Math.round(high)} px: ${told(one)} beside ${told(near)}`);
        }
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
          if (one.checkVisibility() && !one.closest('.opening, .coming, .unopened')) all.add(text.data.trim());
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
        const before = window.walked.at(-1);
        if (one === before && /^(date|time)/.test(one.type)) return []; // its day and hour are stops, too
        if (!main.contains(one) || one === main || window.walked.includes(one)) return null;
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

  /**
   * For every page: a press does all that it does but its click, of which is only kept where it
   * landed. What draws windows of its own (a list of choices, files, dates) stays closed.
   */
  static final String WITHOUT_EFFECT =
      """
      addEventListener('click', event => {
        if (!event.isTrusted) return;
        window.landed = event.target;
        event.preventDefault();
        event.stopImmediatePropagation();
      }, true);
      addEventListener('mousedown', event => {
        const own = event.target.closest('select, input:is([type=date], [type=time], [type=datetime-local])');
        if (!own) return;
        event.preventDefault();
        own.focus({ preventScroll: true });
        own.addEventListener('mouseup', () => (window.landed = own), { once: true });
      }, true);\
      """;

  /**
   * The controls of the page, one of each kind; those around every view once. Answers how many
   * there are.
   */
  static final String TO_PRESS =
      """
      () => { %s
        const kinds = new Map();
        window.toPress = [...document.querySelectorAll(CONTROLS)].filter(one => {
          if (!shown(one) || one.disabled) return false;
          const around = !one.closest('main');
          const kind = [around, one.tagName, one.type, one.className, one.parentElement.className,
            one.closest('[class]:not(.button)')?.className, around ? one.textContent : ''].join();
          const many = (kinds.get(kind) ?? 0) + 1;
          kinds.set(kind, many);
          if (around && window.begun.has(kind)) return false;
          if (around) window.begun.add(kind);
          return many <= 1;
        });
        return window.toPress.length;
      }\
      """
          .formatted(COMMON);

  /** The same of the dialog that is open. */
  static final String TO_PRESS_IN_DIALOG =
      """
      () => { %s
        const dialog = document.querySelector('[role=dialog]');
        window.toPress = [...dialog.querySelectorAll(CONTROLS)].filter(one => shown(one) && !one.disabled);
        return window.toPress.length;
      }\
      """
          .formatted(COMMON);

  /** Where to press that one: the place to write has the focus, if that is another. */
  static final String AIM =
      """
      async at => { %s
        const one = window.toPress[at];
        window.landed = undefined;
        if (!one.isConnected) return null;
        const places = document.querySelector('[role=dialog]')
          ? '[role=dialog] textarea' : 'main form.composer textarea, main textarea';
        const field = document.querySelector(places);
        if (field && shown(field) && !field.form?.contains(one)) field.focus({ preventScroll: true });
        else document.activeElement?.blur();
        // it opens or closes when the press before is over: aimed at is what stands for two frames
        let box, stands = false;
        for (let frames = 0; frames < 12 && !stands; frames++) {
          await new Promise(requestAnimationFrame);
          if (!shown(one)) return null;
          one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
          const now = one.getClientRects()[0];
          if (!now) return null;
          stands = box?.left === now.left && box.top === now.top;
          box = now;
        }
        const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
        const there = document.elementFromPoint(x, y);
        if (!there || !(one.contains(there) || one.labels?.[0]?.contains(there))) return null;
        window.aimed = { one, box };
        return [x, y];
      }\
      """
          .formatted(COMMON);

  /** Whether it stands elsewhere while it is held down, by more than is rounded: null, or where. */
  static final String MOVED =
      """
      async () => { %s
        for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
        const { one, box } = window.aimed;
        const now = one.getClientRects()[0];
        if (!now) return 'gone under the pointer: ' + told(one);
        const by = Math.max(...['left', 'top', 'width', 'height'].map(edge => Math.abs(now[edge] - box[edge])));
        const path = `${Math.round(box.top)} to ${Math.round(now.top)}`;
        return by < 2 ? null : `moved by ${Math.round(by)} px (${path}): ${told(one)}`;
      }\
      """
          .formatted(COMMON);

  /** Notes from the start which controls that were shown moved, though nobody scrolled or wrote. */
  static final String NOTES_MOVES =
      """
      (() => { %s
        const DOWN = 3;
        const at = new WeakMap();
        window.movedByItself = new Set();
        const sticks = one => {
          for (let up = one; up; up = up.parentElement)
            if (getComputedStyle(up).position === 'sticky') return true;
          return false;
        };
        // where the page ends, what sticks goes some of the way with it: a thread opens where it was left
        const wentAlong = (one, was, top) => {
          const scrolled = scrollY - was.scroll;
          const went = (was.seen - top) * Math.sign(scrolled);
          return scrolled !== 0 && went >= 0 && went <= Math.abs(scrolled) && sticks(one);
        };
        const look = () => {
          for (const one of document.querySelectorAll(CONTROLS)) {
            if (!shown(one)) { at.delete(one); continue; }
            const { left, right, top } = one.getBoundingClientRect();
            const was = at.get(one);
            // one that grows or shrinks with its words is still where its middle was
            const away = was && (was.middle < left + scrollX || was.middle > right + scrollX);
            // what stays in its place in the window while the page scrolls under it has not moved either
            const down = was && Math.min(Math.abs(was.top - top - scrollY), Math.abs(was.seen - top)) > DOWN;
            if (away || (down && !wentAlong(one, was, top))) {
              const to = `${Math.round((left + right) / 2 + scrollX)},${Math.round(top + scrollY)}`;
              window.movedByItself.add(`from ${Math.round(was.middle)},${Math.round(was.top)} to ${to}: ${told(one)}`);
            }
            at.set(one, { middle: (left + right) / 2 + scrollX, top: top + scrollY, seen: top,
              scroll: scrollY });
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      })()\
      """
          .formatted(COMMON);

  /** Adds up what moves of the page while nobody does anything (W3C, Layout Instability). */
  static final String NOTES_SHIFT =
      """
      (() => { %s
        window.shift = 0;
        window.shifted = [];
        new PerformanceObserver(list => {
          for (const { hadRecentInput, value, sources } of list.getEntries()) {
            if (hadRecentInput) continue;
            window.shift += value;
            for (const { node } of sources) {
              const one = node?.nodeType === 1 ? node : node?.parentElement;
              if (one) window.shifted.push(told(one));
            }
          }
        }).observe({ type: 'layout-shift', buffered: true });
      })()\
      """
          .formatted(COMMON);

  /** Whether the click went elsewhere: null, or where to. */
  static final String MISSED =
      """
      async () => { %s
        await new Promise(done => setTimeout(done));
        const { one } = window.aimed;
        const at = window.landed;
        if (at && (one.contains(at) || [...one.labels ?? []].some(label => label.contains(at)))) return null;
        return `missed: ${told(one)} for ${at ? told(at) : 'nothing'}`;
      }\
      """
          .formatted(COMMON);
}
