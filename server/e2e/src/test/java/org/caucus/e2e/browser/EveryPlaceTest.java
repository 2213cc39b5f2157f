package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What holds everywhere, at every place that the router knows: enlarged, on paper, from right to
 * left, in each language, and by keyboard alone. One page goes through all of them.
 */
class EveryPlaceTest extends OnStage {
  private static final int HEIGHT = 640;
  private static final int PHONE = 390;

  /** 1,280 px at 400 % (WCAG 2.2, 1.4.10) and at 200 % (1.4.4). */
  private static final List<Integer> ENLARGED = List.of(320, 640);

  /** What is left of a sheet of A4 between its margins, in CSS pixels. */
  private static final int SHEET = 718;

  /** More than there are controls on any of these pages. */
  private static final int MOST_TABS = 150;

  /** Keys that act where nobody writes. */
  private static final List<String> SHORTCUTS = List.of("1", "n", "j", "x", "c", "e", "?", "/");

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final Pattern ADDRESSES =
      Pattern.compile("\\S+[@/.]\\S+|\\b[A-Z]{2,}(-\\d+)?\\b|\\b(Atom|JSON|Feed)\\b");

  /** A walk that finds less than this did not go through the pages. */
  private static final int LEAST_STEPS = 400;

  /** Places of each kind of view, at which axe looks in the languages that are translated. */
  private static final Set<String> OF_EACH_KIND =
      Set.of(
          "activity",
          "lists",
          "list",
          "tracker",
          "updates",
          "actions",
          "poll",
          "organisations",
          "my-mail",
          "search");

  private static Places places;

  private int steps;

  /**
   * What is wrong in English, by what was looked for; found in one walk by the test that asks
   * first.
   */
  private static final Map<String, List<String>> WRONG_IN_ENGLISH = new HashMap<>();

  private static final Map<String, Set<String>> ENGLISH = new HashMap<>();
  private static boolean walked;

  @BeforeAll
  static void aWorkspaceWithSomethingEverywhere() throws Exception {
    places = Places.of(stage);
  }

  @Test
  void noPlaceIsLeftOut() throws Exception {
    assertThat(places.leftOut()).isEmpty();
  }

  @Test
  void enlargedNothingIsCutOffAndNothingScrollsSideways() {
    faults.addAll(wrongInEnglish("enlarged"));
  }

  @Test
  void underAFingerEveryControlIsLargeEnoughOrApart() {
    faults.addAll(wrongInEnglish("under a finger"));
  }

  @Test
  void onPaperStandsNothingToPressAndNothingIsCut() {
    faults.addAll(wrongInEnglish("on paper"));
  }

  @Test
  void noShortcutActsWhereSomebodyWrites() {
    faults.addAll(wrongInEnglish("by shortcut"));
  }

  private List<String> wrongInEnglish(String how) {
    walkInEnglish();
    return WRONG_IN_ENGLISH.get(how);
  }

  private void walkInEnglish() {
    if (walked) {
      return;
    }
    WRONG_IN_ENGLISH.clear();
    everywhere(
        "en",
        page -> {
          ENGLISH.put(view, words(page));
          keepFaults("enlarged", () -> enlarged(page));
          keepFaults("under a finger", () -> underAFinger(page));
          keepFaults("on paper", () -> onPaper(page));
          keepFaults("by shortcut", () -> byShortcut(page));
        });
    walked = true;
  }

  /** For the test that is about them, whichever walks. */
  private void keepFaults(String how, Runnable look) {
    look.run();
    WRONG_IN_ENGLISH.computeIfAbsent(how, h -> new ArrayList<>()).addAll(faults);
    faults.clear();
  }

  private void enlarged(Page page) {
    for (int width : ENLARGED) {
      page.setViewportSize(width, HEIGHT);
      wrong(page, width + " px", Flaws.CUT);
      wrong(page, width + " px", Flaws.COVERED);
    }
    Look.atTheDesk(page);
  }

  private void underAFinger(Page page) {
    page.setViewportSize(PHONE, HEIGHT);
    CDPSession browser = page.context().newCDPSession(page);
    touch(browser, true);
    assertThat(page.evaluate("matchMedia('(pointer: coarse)').matches")).isEqualTo(true);
    wrong(page, PHONE + " px under a finger", Flaws.SMALL);
    touch(browser, false);
    browser.detach();
    Look.atTheDesk(page);
  }

  private static void touch(CDPSession browser, boolean enabled) {
    var asked = new com.google.gson.JsonObject();
    asked.addProperty("enabled", enabled);
    browser.send("Emulation.setTouchEmulationEnabled", asked);
  }

  private void onPaper(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(SHEET, HEIGHT);
    wrong(page, "on paper", Flaws.ON_PAPER);
    look.keep(page, view + "-paper", true);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    Look.atTheDesk(page);
  }

  private void byShortcut(Page page) {
    if (page.evaluate(Flaws.INTO_A_FIELD).equals(false)) {
      return;
    }
    Object before = page.evaluate("location.pathname");
    SHORTCUTS.forEach(key -> page.keyboard().press(key));
    Object is = page.evaluate("[location.pathname, document.activeElement.value]");
    if (!is.equals(List.of(before, String.join("", SHORTCUTS)))) {
      faults.add(view + ": a key acted while somebody wrote: " + is);
    }
    page.keyboard().press("Control+A");
    page.keyboard().press("Delete");
  }

  private String view = "";
  private int looks;

  /** Shows each place to whom it is for, in that language. */
  private void everywhere(String language, Consumer<Page> act) {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara");
        Visitor stranger = stage.stranger()) {
      through(amina, places.inside(), language, act);
      through(dara, places.liaison(), language, act);
      through(stranger, places.outside(), language, act);
    }
  }

  private void through(
      Visitor who, Map<String, String> paths, String language, Consumer<Page> act) {
    who.go("/sign-in");
    who.page().evaluate("to => localStorage.setItem('caucus.language', to)", language);
    who.page().reload();
    onlyOfWhatIsNotThere(who, true);
    paths.forEach(
        (name, path) -> {
          view = name;
          who.turnTo(path);
          who.page().locator("h1").first().waitFor(); // the focus goes there as it comes
          act.accept(who.page());
          onlyOfWhatIsNotThere(who, !OF_EACH_KIND.contains(name));
        });
  }

  /** Some places are looked at with nothing at them, which a browser notes. */
  private static void onlyOfWhatIsNotThere(Visitor who, boolean mayBeGone) {
    assertThat(who.complaints()).allMatch(c -> mayBeGone && c.contains("Failed to load resource"));
  }

  private void wrong(Page page, String how, String flaws) {
    for (Object flaw : (List<?>) page.evaluate(flaws)) {
      faults.add("%s, %s: %s".formatted(view, how, flaw));
    }
  }

  @Test
  void everyWordIsTranslatedIntoFrench() {
    Map<String, Set<String>> french = new HashMap<>();
    walkInEnglish();
    everywhere(
        "fr",
        page -> {
          french.put(view, words(page));
          fits(page, "fr");
        });
    french.forEach(
        (name, words) ->
            words.stream()
                .filter(word -> LATIN.matcher(word).find())
                .filter(ENGLISH.get(name)::contains)
                .filter(word -> !SAME_IN_FRENCH.contains(word))
                .forEach(word -> faults.add(name + ", in French: " + word)));
    assertThat(looks).as("looks in French").isEqualTo(OF_EACH_KIND.size());
  }

  @Test
  void everyWordIsTranslatedIntoArabicAndRunsFromTheRight() {
    everywhere(
        "ar",
        page -> {
          wrong(page, "in Arabic", Flaws.NOT_MIRRORED);
          look.keep(page, view + "-ar", false);
          for (String word : words(page)) {
            if (LATIN.matcher(word).find() && !ARABIC.matcher(word).find()) {
              faults.add(view + ", in Arabic: " + word);
            }
          }
          page.setViewportSize(ENLARGED.getFirst(), HEIGHT);
          wrong(page, "in Arabic", Flaws.CUT);
          look.keep(page, view + "-ar-phone", false);
          Look.atTheDesk(page);
          fits(page, "ar");
        });
    assertThat(looks).as("looks in Arabic").isEqualTo(OF_EACH_KIND.size());
  }

  /** In the language and direction that it is in. */
  private void fits(Page page, String language) {
    if (OF_EACH_KIND.contains(view)) {
      look.asItIs(page, language + "-" + view);
      Look.atTheDesk(page);
      looks++;
    }
  }

  private static final Set<String> SAME_IN_FRENCH =
      Set.of("Actions", "Conversations", "Description", "Participation", "Type");

  /** What the page itself says, without the names of people and things in it. */
  private static Set<String> words(Page page) {
    Set<String> all = new HashSet<>();
    for (Object one : (List<?>) page.evaluate(Flaws.WORDS)) {
      String words = one.toString();
      for (String name : names) {
        words = words.replace(name, "");
      }
      all.add(ADDRESSES.matcher(words).replaceAll("").strip());
    }
    return all;
  }

  private static List<String> names = List.of();

  @BeforeAll
  static void whatIsCalledHowInAnyLanguage() {
    try (Visitor amina = stage.seated("amina")) {
      JsonObject workspace = amina.read("");
      List<String> all = new ArrayList<>(List.of(workspace.getString("name"), "Caucus"));
      for (String kind : List.of("organisations", "seats", "lists", "trackers", "views")) {
        workspace.getJsonArray(kind).stream()
            .map(JsonObject.class::cast)
            .map(one -> one.getString("name"))
            .forEach(all::add);
      }
      titles(amina, "/trackers/COP/issues", "title").forEach(all::add);
      titles(amina, "/updates", "title").forEach(all::add);
      titles(amina, "/actions", "title").forEach(all::add);
      titles(amina, "/polls", "title").forEach(all::add);
      titles(amina, "/lists/coalition/threads", "subject").forEach(all::add);
      titles(amina, "/lists/civil/threads", "subject").forEach(all::add);
      all.addAll(Places.TEXTS);
      all.sort(Comparator.comparing(String::length).reversed());
      names = all;
    }
  }

  private static Stream<String> titles(Visitor reader, String path, String name) {
    return reader.read(path).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(one -> one.getString(name));
  }

  @Test
  void everythingIsReachedByKeyboardAndSeenWhenItIs() {
    everywhere(
        "en",
        page -> {
          page.setViewportSize(1280, 800);
          walk(page);
          if (!page.evaluate(Flaws.END_WALK).equals(List.of())) {
            walk(page); // some of it may have come behind the first walk
          }
          wrong(page, "by keyboard", Flaws.END_WALK);
        });
    assertThat(steps).as("controls in all places").isGreaterThan(LEAST_STEPS);
  }

  private void walk(Page page) {
    wrong(page, "by keyboard", Flaws.BEGIN_WALK);
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().down("Tab"); // held, it goes on
      if (!(page.evaluate(Flaws.STEP) instanceof List<?> flaws)) {
        return;
      }
      steps++;
      flaws.forEach(flaw -> faults.add("%s, by keyboard: %s".formatted(view, flaw)));
    }
    faults.add(view + ", by keyboard: there is no way out of the content");
  }
}
