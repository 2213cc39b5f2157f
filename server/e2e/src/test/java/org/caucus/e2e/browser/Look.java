package org.caucus.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caucus.kernel.support.Checkout;

/**
 * Looks at a view as a phone, a tablet and a desk show it, in light, in dark and from right to
 * left. With {@code CAUCUS_PICTURES=on} in the environment pictures are kept in {@code
 * server/e2e/target/screenshots}, which takes longer than the rest.
 */
final class Look {
  private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();
  private static final Path AXE = Checkout.root("web/node_modules/axe-core/axe.min.js");

  private static final boolean KEEPS_PICTURES = "on".equals(System.getenv("CAUCUS_PICTURES"));

  private static final int PHONE = 360;
  private static final int TABLET = 1024;
  private static final int DESK = 1440;
  private static final int HEIGHT = 900;

  /**
   * What is still fading in has not the colours that it will have; what never ends stays as it is.
   */
  private static final String SETTLE =
      """
      document.getAnimations().forEach(
        a => a.effect?.getComputedTiming().endTime !== Infinity && a.finish());
      """;

  /**
   * {@code preload} would fetch style sheets again, which the policy of the page forbids. Of what
   * is in order {@code resultTypes} spares a selector for each element. What lies half under a bar
   * that stays while the page scrolls is looked at once more, scrolled on. Null where there is no
   * axe yet.
   */
  private static final String RUN_AXE =
      """
      async runOnly => {
        if (typeof axe === 'undefined') return null;
        %s
        const look = async () => (await axe.run(document, { preload: false, resultTypes: ['violations'],
          runOnly })).violations;
        const told = v => v.id + ': ' + v.nodes[0].html.slice(0, 160)
          + ' ' + (v.nodes[0].any[0]?.message ?? v.nodes[0].all[0]?.message ?? '');
        const first = (await look()).map(told);
        if (!first.some(one => one.includes('obscured'))) return first;
        scrollBy(0, scrollY > 0 ? -120 : 120);
        const second = (await look()).map(told);
        return first.filter(one => !one.includes('obscured') || second.includes(one));
      }\
      """
          .formatted(SETTLE);

  private static final List<String> ALL_RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /**
   * Those of the rules above that ask for colours. In the dark nothing else is otherwise: sheets
   * know of it by {@code light-dark()} alone, which takes nothing but colours.
   */
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  /** Pixels that do not fit, once the page has been drawn at its new width. */
  private static final String TOO_WIDE =
      """
      async () => {
        %s
        await new Promise(requestAnimationFrame);
        return document.documentElement.scrollWidth - innerWidth;
      }\
      """
          .formatted(SETTLE);

  private final List<String> faults;

  /**
   * @param faults takes what is wrong
   */
  public Look(List<String> faults) {
    this.faults = faults;
    try {
      Files.createDirectories(PICTURES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page as it is before any look at it. */
  static void atTheDesk(Page page) {
    page.emulateMedia(dress(ColorScheme.LIGHT));
    page.setViewportSize(DESK, HEIGHT);
  }

  private static Page.EmulateMediaOptions dress(ColorScheme scheme) {
    return new Page.EmulateMediaOptions().setColorScheme(scheme);
  }

  /** Looks at what is on the page in every width and dress, and has axe look at it on the phone. */
  void at(Page page, String view) {
    widths(page, view, "light");
    axe(page, view + " light", ALL_RULES);
    page.emulateMedia(dress(ColorScheme.DARK));
    if (KEEPS_PICTURES) {
      widths(page, view, "dark"); // nothing is wider in it: web/src/ui/dress.test.ts
    }
    axe(page, view + " dark", OF_COLOURS);
    page.emulateMedia(dress(ColorScheme.LIGHT));
    runs(page, "rtl", "ar");
    widths(page, view, "rtl");
  }

  /** The widths and axe alone, for a page that is in its own language and direction already. */
  void asItIs(Page page, String view) {
    widths(page, view, "as-it-is");
    axe(page, view, ALL_RULES);
  }

  /** The build asks a page for its language where the sheet asks which way it runs. */
  private static void runs(Page page, String way, String language) {
    page.evaluate(
        "([way, language]) => Object.assign(document.documentElement, { dir: way, lang: language"
            + " })",
        List.of(way, language));
  }

  /** One size alone, with axe, for a page in its own language and direction. */
  void as(Page page, String view, int width, int height) {
    width(page, view, "%d-%d".formatted(width, height), width, height);
    axe(page, view, ALL_RULES);
  }

  private void widths(Page page, String view, String dress) {
    for (int width : new int[] {DESK, TABLET, PHONE}) {
      width(page, view, "%d-%s".formatted(width, dress), width, HEIGHT);
    }
  }

  private void width(Page page, String view, String dress, int width, int height) {
    page.setViewportSize(width, height);
    Object over = page.evaluate(TOO_WIDE);
    if (((Number) over).intValue() > 1) {
      faults.add("%s %s is %s px too wide".formatted(view, dress, over));
    }
    keep(page, "%s-%s".formatted(view, dress), false);
  }

  /**
   * Keeps a picture of the page as it is, where pictures are kept.
   *
   * @param whole also what is further down
   */
  void keep(Page page, String name, boolean whole) {
    if (KEEPS_PICTURES) {
      Path to = PICTURES.resolve(name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(to).setFullPage(whole));
    }
  }

  private void axe(Page page, String view, List<String> rules) {
    Object violations = page.evaluate(RUN_AXE, rules);
    if (violations == null) {
      page.evaluate(Axe.SCRIPT); // half a megabyte: not in pages at which nobody looks
      violations = page.evaluate(RUN_AXE, rules);
    }
    for (Object violation : (List<?>) violations) {
      faults.add(view + ": " + violation);
    }
  }

  /** Read by those who look. */
  private static final class Axe {
    static final String SCRIPT = read();

    /** Answers nothing. */
    private static String read() {
      try {
        return Files.readString(AXE) + "\n;undefined";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** As it was: in light, from left to right, at the desk. */
  static void undress(Page page) {
    runs(page, "ltr", "en");
    atTheDesk(page);
  }
}
