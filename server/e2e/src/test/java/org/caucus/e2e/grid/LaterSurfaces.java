package org.caucus.e2e.grid;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.e2e.worlds.Mailbag;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.weekly.Weeks;
import org.caucus.views.files.LibraryPages;
import org.caucus.views.search.Searcher;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;

/** What comes some time after it was said: the notices of a day, a week, and minutes. */
record LaterSurfaces(
    Given given,
    Mailbag mailbag,
    Searcher searcher,
    Map<SeatId, Set<String>> weeks,
    Map<SeatId, Set<String>> filed,
    Map<SeatId, String> actions,
    Map<Ref, List<String>> items) {
  LaterSurfaces(Given given, Mailbag mailbag, Searcher searcher) {
    this(
        given,
        mailbag,
        searcher,
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>());
  }

  /** Their columns, by name. */
  Map<String, BiFunction<Surfaces.Asked, Workspace, String>> columns() {
    return Map.of(
        "day",
        this::day,
        "week",
        this::week,
        "minutes",
        this::minutes,
        "wish",
        this::wish,
        "library",
        this::library);
  }

  /**
   * Its entry in the letter that has the notices of a day: asked for alone, so that none hides it.
   */
  private String day(Surfaces.Asked a, Workspace w) {
    List<String> of = items.computeIfAbsent(a.thing(), thing -> items(w, thing));
    return sign(mailbag.day(w, a.seat(), of).contains(GridStory.words(a.thing().id())));
  }

  private static List<String> items(Workspace w, Ref thing) {
    List<String> items = new ArrayList<>();
    for (Commit commit : w.history()) {
      for (int i = 0; i < commit.events().size(); i++) {
        Event event = commit.events().get(i);
        if (w.about(commit, event, thing)) {
          items.add(commit.sequence() + "/" + i);
        }
      }
    }
    return items;
  }

  /** Its entry among those with files in the library. */
  private String library(Surfaces.Asked a, Workspace w) {
    return sign(
        filed.computeIfAbsent(a.seat(), s -> LibraryPages.entries(w, s)).contains(a.entry()));
  }

  private String week(Surfaces.Asked a, Workspace w) {
    String id = a.thing().id();
    Set<String> titles = weeks.computeIfAbsent(a.seat(), s -> Weeks.titles(w, s));
    // the terms of an update stand behind its title
    return sign(
        titles.stream()
            .anyMatch(t -> t.endsWith("Title " + id) || t.contains("Title " + id + " (")));
  }

  /**
   * The minutes written when the action was said, also where others wrote some after it was opened.
   */
  private String minutes(Surfaces.Asked a, Workspace w) {
    String action =
        actions.computeIfAbsent(
            a.seat(), s -> View.of(w, s).getJsonObject("actions", new JsonObject()).encode());
    String written = GridStory.minutes(a.thing().id());
    boolean shown = action.contains("\"" + written + "\"");
    boolean found =
        searcher.ask(w, a.seat(), '"' + written + '"').getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .anyMatch(hit -> hit.getBoolean("minutes", false));
    return shown == found ? sign(shown) : "found " + found + ", shown " + shown;
  }

  /** Choosing how one hears of it. */
  private String wish(Surfaces.Asked a, Workspace w) {
    Ref nothing = Ref.to(a.thing().kind(), "nothing");
    String here = choose(a, a.thing());
    return here.startsWith("ABSENT") ? (here.equals(choose(a, nothing)) ? "-" : "x") : "+";
  }

  private String choose(Surfaces.Asked a, Ref thing) {
    return given
        .when(a.seat(), new ListCommand.ChooseThing(thing, ThreadPreference.FOLLOW))
        .answer();
  }

  private static String sign(boolean obtained) {
    return obtained ? "+" : "-";
  }
}
