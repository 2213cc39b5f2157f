package org.caucus.e2e.browser;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * What {@code infra/bench/browser} runs: the workspace as a browser shows it, timed by the
 * browser's own clock. Prints lines of JSON; times are in milliseconds.
 *
 * <ul>
 *   <li>{@code cold_tab}: from asking for the page of a tracker of many issues, nothing kept, to
 *       its first paint and to its first row;
 *   <li>{@code filter}: from a change of the filter to the next frame after the rows are others;
 *   <li>{@code from_memory}: from going to a view that was open before to its heading on screen,
 *       and to the last thing that came onto it, by view;
 *   <li>{@code live}: from sending an answer in one browser to its words in another.
 * </ul>
 */
public final class BrowserBench {
  private static final List<String> WRITERS =
      List.of("amina", "kelechi", "ingrid", "tobi", "halima");

  /** What people open all day, by its path in the workspace; what has an id is asked for it. */
  private static final List<String> VIEWS =
      List.of(
          "/lists",
          "/lists/coalition",
          "/threads/{/lists/coalition/threads}",
          "/trackers",
          "/trackers/COP",
          "/trackers/COP?view=board",
          "/trackers/COP?view=calendar",
          "/issues/{/trackers/COP/issues}",
          "/updates",
          "/updates/{/updates}",
          "/board",
          "/actions",
          "/actions?view=month",
          "/actions/{/actions}",
          "/commitments",
          "/organisations",
          "/organisations/savanna",
          "/search",
          "/holds",
          "/my-mail",
          "");

  private static final Pattern ASKED = Pattern.compile("\\{(.*)}");
  private static final List<String> PRIORITIES = List.of("NORMAL", "HIGH", "LOW", "URGENT");
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/COP";
  private static final int DAYS = 240;
  private static final int LONGEST_PAUSE_MS = 120;
  private static final int LOOK_MS = 20;
  private static final int MOST_LOOKS = 1_500;

  /** By then the code of all views is there: the page fetches it in quiet moments. */
  private static final int REST_FETCHED_MS = 6_000;

  private static final String FIRST_PAINT =
      "performance.getEntriesByName('first-contentful-paint')[0]";

  /** Notes when the first row of a page is there, on the clock that begins with asking for it. */
  private static final String WATCH_FIRST_ROW =
      """
      new MutationObserver((_, watch) => {
        if (!document.querySelector('[data-row]')) return;
        watch.disconnect();
        requestAnimationFrame(() => { window.firstRow = performance.now() });
      }).observe(document, { childList: true, subtree: true })\
      """;

  /** Goes to an address inside the page and waits for the frame in which {@code done} holds. */
  private static final String TIMED =
      """
      async ([href, done]) => {
        const rows = () => document.querySelectorAll('[data-row]').length;
        const holds = {
          few: () => rows() < 7, many: () => rows() >= 7,
        }[done];
        const began = performance.now();
        history.pushState(null, '', href);
        dispatchEvent(new PopStateEvent('popstate'));
        while (!holds()) {
          await new Promise(requestAnimationFrame);
          if (performance.now() - began > 20000) throw new Error('never: ' + done);
        }
        await new Promise(requestAnimationFrame);
        return performance.now() - began;
      }\
      """;

  private final Stage stage;
  private final int issues;
  private final int runs;

  private BrowserBench(Stage stage, int issues, int runs) {
    this.stage = stage;
    this.issues = issues;
    this.runs = runs;
  }

  /**
   * {@code ISSUES RUNS}.
   *
   * @throws IOException if there is no room for the server's data
   */
  public static void main(String[] args) throws IOException {
    Path data = Files.createTempDirectory("caucus-bench");
    try (Stage stage = Stage.open(data)) {
      BrowserBench bench =
          new BrowserBench(stage, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
      bench.fill();
      bench.coldTab("list", TRACKER);
      bench.coldTab("board", TRACKER + "?view=board");
      bench.insideOnePage();
      bench.fromMemory();
      bench.live();
    }
    System.exit(0);
  }

  private void fill() {
    List<Visitor> writers = WRITERS.stream().map(stage::seated).toList();
    for (int i = 0; i < issues; i++) {
      writers.get(i % writers.size()).act("/trackers/COP/issues", issue(i));
    }
    writers.forEach(Visitor::close);
  }

  /** One in four has a day, of the months before and after this one. */
  private static JsonObject issue(int i) {
    JsonObject issue =
        new JsonObject()
            .put("title", "Provision " + i + ": notice, appeal and record of removals")
            .put("priority", PRIORITIES.get(i % PRIORITIES.size()))
            .put("labels", List.of("section " + i % 60, i % 2 == 0 ? "appeals" : "notice"))
            .put("description", "What section " + i % 60 + " asks of a platform, and by when.");
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(i / 4 % DAYS - DAYS / 2);
    return i % 4 == 0 ? issue.put("due", day.toString()) : issue;
  }

  private void coldTab(String view, String path) {
    List<Double> paints = new ArrayList<>();
    List<Double> rows = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      try (Visitor amina = stage.seated("amina")) {
        Page page = amina.page();
        page.addInitScript(WATCH_FIRST_ROW);
        page.navigate(stage.base() + path);
        await(page, "window.firstRow");
        await(page, FIRST_PAINT); // noted a moment after it
        paints.add(number(page, FIRST_PAINT + ".startTime"));
        rows.add(number(page, "window.firstRow"));
      }
    }
    print("cold_tab", view + " first paint", paints);
    print("cold_tab", view + " first row", rows);
  }

  /**
   * Goes to a view and answers when its heading was on screen, and when the last of it was: what
   * comes within {@code QUIET} ms of what came before belongs to it, also what is read from the
   * server once more; a line that says that something is being read does not.
   */
  private static final String VISITED =
      """
      async (href) => {
        const QUIET = 400;
        document.querySelector('h1').dataset.left = 'yes';
        const began = performance.now();
        let heading, last = began, changed = 0;
        const comes = node => node.nodeType === 1 && !node.matches('[role=status], .visually-hidden');
        const watch = new MutationObserver(all => {
          if (all.some(one => [...one.addedNodes].some(comes))) changed++;
        });
        watch.observe(document.querySelector('main'), { childList: true, subtree: true });
        history.pushState(null, '', href);
        dispatchEvent(new PopStateEvent('popstate'));
        for (let seen = 0; !heading || performance.now() - last < QUIET;) {
          await new Promise(requestAnimationFrame);
          const now = performance.now();
          const h1 = document.querySelector('h1');
          if (!heading && h1 && !h1.dataset.left) heading = now;
          if (changed > seen) { seen = changed; last = now; }
          if (now - began > 20000) throw new Error('never: ' + href);
        }
        watch.disconnect();
        return [heading - began, last - began];
      }\
      """;

  private void insideOnePage() {
    List<Double> filters = new ArrayList<>();
    try (Visitor amina = stage.seated("amina")) {
      amina.go(TRACKER);
      for (int run = -1; run < runs; run++) {
        double there = timed(amina, TRACKER + "?who=mine", "few");
        double back = timed(amina, TRACKER, "many");
        if (run >= 0) {
          filters.add(there);
          filters.add(back);
        }
      }
    }
    print("filter", "mine and back", filters);
  }

  /** Each from the activity, where most people come from, and back. */
  private void fromMemory() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/my-mail");
      amina.page().waitForTimeout(REST_FETCHED_MS);
      for (String view : VIEWS) {
        List<Double> headings = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        String path = asked(amina, view);
        for (int run = -1; run < runs; run++) {
          visited(amina, view.isEmpty() ? "/lists" : "");
          List<?> took = visited(amina, path);
          if (run >= 0) {
            headings.add(((Number) took.getFirst()).doubleValue());
            whole.add(((Number) took.getLast()).doubleValue());
          }
        }
        String name = view.isEmpty() ? "activity" : view.replaceAll("\\{.*}", "{id}").substring(1);
        print("from_memory", name + ", heading", headings);
        print("from_memory", name + ", all of it", whole);
      }
    }
  }

  private static List<?> visited(Visitor visitor, String path) {
    Object took = visitor.page().evaluate(VISITED, Visitor.WORKSPACE + path);
    visitor.settle();
    return (List<?>) took;
  }

  private static String asked(Visitor visitor, String view) {
    return ASKED
        .matcher(view)
        .replaceAll(
            of -> visitor.read(of.group(1)).getJsonArray("items").getJsonObject(0).getString("id"));
  }

  private static double timed(Visitor visitor, String href, String done) {
    Object took = visitor.page().evaluate(TIMED, List.of(href, done));
    return ((Number) took).doubleValue();
  }

  private void live() {
    List<Double> delays = new ArrayList<>();
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String thread =
          amina
              .act(
                  "/lists/coalition/threads",
                  new JsonObject().put("subject", "Live").put("text", "Who sees it when?"))
              .getString("id");
      dara.go(Visitor.WORKSPACE + "/threads/" + thread);
      for (int run = -2; run < runs; run++) {
        String words = "Answer number " + run + " of these";
        dara.page().waitForTimeout(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MS));
        dara.page()
            .evaluate(
                "words => { window.seen = undefined; const look = () => {"
                    + " if (document.body.innerText.includes(words)) window.seen = Date.now();"
                    + " else requestAnimationFrame(look) }; look() }",
                words);
        long sent = System.currentTimeMillis();
        amina.act("/threads/" + thread + "/entries", new JsonObject().put("text", words));
        await(dara.page(), "window.seen");
        if (run >= 0) {
          delays.add(number(dara.page(), "window.seen") - sent);
        }
      }
    }
    print("live", "answer in a thread", delays);
  }

  /**
   * Asks again and again: what Playwright would ask inside the page, the page's own policy forbids.
   */
  private static void await(Page page, String of) {
    for (int i = 0; page.evaluate("typeof " + of).equals("undefined"); i++) {
      if (i == MOST_LOOKS) {
        throw new AssertionError(of);
      }
      page.waitForTimeout(LOOK_MS);
    }
  }

  private static double number(Page page, String of) {
    return ((Number) page.evaluate(of)).doubleValue();
  }

  private void print(String what, String of, List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    System.out.println(
        new JsonObject()
            .put("bench", "browser")
            .put("what", what)
            .put("of", of)
            .put("issues", issues)
            .put("p50_ms", rounded(sorted.get(sorted.size() / 2)))
            .put("max_ms", rounded(sorted.getLast()))
            .put("runs", sorted.size())
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  private static double rounded(double ms) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.1f", ms));
  }
}
