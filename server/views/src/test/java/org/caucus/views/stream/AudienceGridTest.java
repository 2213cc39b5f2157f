package org.caucus.views.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * Every seat, every audience, every surface there is in the process: seen where the table says yes,
 * and no trace where it says no. The table is written out, not computed.
 */
class AudienceGridTest {
  /** The audiences; the columns of the table. */
  private static final Map<String, Audience> AUDIENCES = new LinkedHashMap<>();

  static {
    AUDIENCES.put("everyone", Audience.everyone());
    AUDIENCES.put("civil", Audience.civilSociety());
    AUDIENCES.put("with", Audience.withCompany("chirp"));
    AUDIENCES.put("only", Audience.companyOnly("chirp"));
    AUDIENCES.put("office", Audience.organisationOnly("press"));
    AUDIENCES.put("pair", Audience.between("press", "chirp"));
    AUDIENCES.put("named", Audience.named(List.of(Parties.BOLA, Parties.CHIKA)));
  }

  /** Who reads what was said before the newcomers came, and what was said after. */
  private static final String TABLE =
      """
      #          before they came                             after they came
      #          everyone civil with only office pair named   everyone civil with only office pair named
      amina      yes      yes   yes  no   no     no   no      yes      yes   yes  no   no     no   no
      bola       yes      yes   yes  no   yes    yes  yes     yes      yes   yes  no   yes    yes  yes
      claire     yes      yes   yes  no   no     no   no      yes      yes   yes  no   no     no   no
      chika      yes      no    yes  yes  no     yes  yes     yes      no    yes  yes  no     yes  yes
      vera       yes      no    no   no   no     no   no      yes      no    no   no   no     no   no
      emeka      no       no    no   no   no     no   no      no       no    no   no   no     no   no
      late       yes      yes   yes  no   yes    yes  no      yes      yes   yes  no   yes    yes  no
      newcivil   no       no    no   no   no     no   no      yes      yes   yes  no   no     no   no
      newfirm    no       no    no   no   no     no   no      yes      no    no   no   no     no   no
      """;

  private static final List<String> ERAS = List.of("before", "after");
  private static final List<Ref.Kind> KINDS =
      List.of(Ref.Kind.THREAD, Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  private final FrameRenderer frames =
      new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));
  private final Map<String, Boolean> expected = expected();
  private Given given = Given.coalition();
  private final Workspace now = story();
  private final List<String> wrong = new ArrayList<>();
  private int rows;

  @Test
  void everySeatSeesWhatTheTableSaysOnEverySurface() {
    for (String seat : seats()) {
      JsonObject view = View.of(now, new SeatId(seat));
      JsonArray activity = View.activity(now, new SeatId(seat));
      for (String era : ERAS) {
        for (String audience : AUDIENCES.keySet()) {
          for (Ref.Kind kind : KINDS) {
            thing(new SeatId(seat), era, audience, kind, view, activity);
          }
        }
      }
      counts(seat, view);
    }
    System.out.println("audience grid: " + rows + " rows, " + (rows - wrong.size()) + " right");
    assertThat(wrong).isEmpty();
    assertThat(rows).isGreaterThan(3_000);
  }

  private void thing(
      SeatId seat, String era, String audience, Ref.Kind kind, JsonObject view, JsonArray seen) {
    boolean yes = expected.get(seat + " " + era + " " + audience);
    String id = id(kind, era, audience);
    String entry = "e-" + id;
    String row = seat + " " + id + " ";
    Scope scope = now.scopeOf(Ref.to(kind, id)).orElseThrow();
    Scope said = now.scopeOf(Ref.to(Ref.Kind.ENTRY, entry)).orElseThrow();

    row(row + "canRead", yes, now.access().canRead(seat, scope));
    row(row + "canRead its entry", yes, now.access().canRead(seat, said));
    row(row + "readers", yes, now.access().readers(scope).stream().anyMatch(is(seat)));
    row(
        row + "choice",
        yes,
        MemberPresenter.choice(now.members(), scope).encode().contains("\"" + seat + "\""));
    row(row + "page", yes, view.getJsonObject(kind.wire() + "s", new JsonObject()).containsKey(id));
    row(row + "entry", yes, view.getJsonObject("entries", new JsonObject()).containsKey(entry));
    row(row + "any word", yes, view.encode().contains("\"" + id + "\""));
    row(row + "activity", yes, seen.encode().contains("\"" + id + "\""));
    row(row + "activity of its entry", yes, seen.encode().contains("\"" + entry + "\""));
    row(row + "stream", yes, streamed(seat, id));
    row(row + "stream of its entry", yes, streamed(seat, entry));
    row(row + "verbs", yes, !absent(seat, kind, id));
    if (yes) {
      int heads = heads(era, audience);
      var page = view.getJsonObject(kind.wire() + "s").getJsonObject(id);
      row(row + "head count", heads, page.getInteger("readers"));
      row(row + "entries", 1, page.getInteger("entries"));
      row(
          row + "head count of its entry",
          heads,
          view.getJsonObject("entries").getJsonObject(entry).getInteger("readers"));
    }
  }

  /** Counts are of what the seat can read; its position is that of the newest of it. */
  private void counts(String seat, JsonObject view) {
    if (view.isEmpty()) {
      row(seat + " position", "", now.positionFor(new SeatId(seat)));
      return;
    }
    int all = 0;
    String last = "";
    for (String era : ERAS) {
      for (String audience : AUDIENCES.keySet()) {
        if (expected.get(seat + " " + era + " " + audience)) {
          all++;
          last = commitOf("e-" + id(Ref.Kind.ACTION, era, audience)).id();
        }
      }
    }
    row(
        seat + " threads",
        all,
        view.getJsonObject("lists").getJsonObject("coalition").getInteger("threads"));
    row(
        seat + " open",
        all,
        view.getJsonObject("trackers").getJsonObject("COP").getInteger("open"));
    row(
        seat + " updates",
        all,
        view.getJsonObject("companies").getJsonObject("chirp").getInteger("updates"));
    row(seat + " position", last, view.getString("position"));
    for (String audience : AUDIENCES.keySet()) {
      labels(seat, audience, view.getJsonObject("issues", new JsonObject()));
    }
  }

  /** Numbers of a class run on without a gap. */
  private void labels(String seat, String audience, JsonObject issues) {
    List<String> labels = new ArrayList<>();
    for (String era : ERAS) {
      JsonObject issue = issues.getJsonObject(id(Ref.Kind.ISSUE, era, audience));
      if (issue != null) {
        labels.add(issue.getString("label"));
      }
    }
    String series =
        Map.of(
                "everyone",
                "COP-",
                "civil",
                "COP-CS-",
                "with",
                "COP-WITH-CHIRP-",
                "only",
                "COP-ONLY-CHIRP-")
            .get(audience);
    if (series != null && labels.size() == 2) {
      row(seat + " labels " + audience, List.of(series + 1, series + 2), labels);
    }
  }

  private boolean streamed(SeatId seat, String id) {
    return frames
        .frame(now, commitOf(id), seat)
        .filter(f -> f.encode().contains("\"" + id + "\""))
        .isPresent();
  }

  private Commit commitOf(String id) {
    return now.history().stream()
        .filter(c -> c.events().toString().contains("[id=" + id + ","))
        .filter(c -> c.events().size() == 1)
        .findFirst()
        .orElseThrow();
  }

  /** Whether commenting is answered like commenting on what never was. */
  private boolean absent(SeatId seat, Ref.Kind kind, String id) {
    Given.When here = given.when(seat, comment(kind, id));
    Given.When nowhere = given.when(seat, comment(kind, "nothing"));
    return here.answer().equals(nowhere.answer());
  }

  private static Command comment(Ref.Kind kind, String id) {
    Post post = Post.web("Noted.", null, null);
    return switch (kind) {
      case THREAD -> new ListCommand.AnswerThread(id, post);
      case ISSUE -> new IssueCommand.CommentIssue(id, post);
      case UPDATE -> new UpdateCommand.CommentUpdate(id, post);
      default -> new ActionCommand.CommentAction(id, post);
    };
  }

  private void row(String what, Object due, Object found) {
    rows++;
    if (!due.equals(found)) {
      wrong.add(what + ": " + found + " instead of " + due);
    }
  }

  private static Predicate<Seat> is(SeatId seat) {
    return s -> s.id().equals(seat);
  }

  private int heads(String era, String audience) {
    return (int) seats().stream().filter(s -> expected.get(s + " " + era + " " + audience)).count();
  }

  private static List<String> seats() {
    return TABLE
        .lines()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.substring(0, l.indexOf(' ')))
        .toList();
  }

  private static Map<String, Boolean> expected() {
    Map<String, Boolean> expected = new LinkedHashMap<>();
    TABLE
        .lines()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.split(" +"))
        .forEach(
            cells -> {
              int column = 1;
              for (String era : ERAS) {
                for (String audience : AUDIENCES.keySet()) {
                  expected.put(
                      cells[0] + " " + era + " " + audience, cells[column++].equals("yes"));
                }
              }
            });
    return expected;
  }

  private Workspace story() {
    say("before");
    given =
        given.and(
            Parties.seat(new SeatId("late"), "press", Role.MEMBER, null),
            Parties.newcomer("newcivil", Side.CIVIL_SOCIETY),
            Parties.newcomer("newfirm", Side.COMPANY),
            Parties.seat(new SeatId("newcivil"), "newcivil", Role.MEMBER, null),
            Parties.seat(new SeatId("newfirm"), "newfirm", Role.LIAISON, null));
    say("after");
    return given.state();
  }

  private void say(String era) {
    AUDIENCES.forEach(
        (name, audience) -> {
          for (Ref.Kind kind : KINDS) {
            String id = id(kind, era, name);
            given =
                given.and(
                    made(kind, id, name, era, audience),
                    new EntryEvent.EntryPosted(
                        "e-" + id,
                        Ref.to(kind, id),
                        null,
                        Parties.CHIKA,
                        audience,
                        "We agree.",
                        Channel.WEB,
                        null));
          }
        });
  }

  private static Event made(Ref.Kind kind, String id, String name, String era, Audience audience) {
    String number = era.equals("before") ? "1" : "2";
    String label =
        switch (name) {
          case "everyone" -> "COP-" + number;
          case "civil" -> "COP-CS-" + number;
          case "with" -> "COP-WITH-CHIRP-" + number;
          case "only" -> "COP-ONLY-CHIRP-" + number;
          case "office" -> "COP-ONLY-PRESS-" + number;
          case "pair" -> "COP-B-" + era;
          default -> "COP-N-" + era;
        };
    return switch (kind) {
      case THREAD ->
          new ListEvent.ThreadStarted(id, "coalition", "Removal", audience, Parties.CHIKA);
      case ISSUE ->
          new IssueEvent.IssueOpened(
              id, label, "COP", "Removal", "", "", List.of(), null, audience, Parties.CHIKA);
      case UPDATE ->
          new UpdateEvent.UpdatePosted(
              id,
              "chirp",
              Update.Kind.STATUS,
              Update.Stage.NOTED,
              "News",
              "None.",
              Update.Attribution.ON_RECORD,
              audience,
              Parties.CHIKA,
              Channel.WEB,
              null);
      default ->
          new ActionEvent.ActionPlanned(
              id,
              Action.Kind.CALL,
              "Call",
              "",
              Parties.CHIKA,
              new Action.When(null, null, ZoneId.of("Africa/Lagos")),
              "",
              audience,
              Parties.CHIKA);
    };
  }

  private static String id(Ref.Kind kind, String era, String audience) {
    return kind.wire() + "-" + era + "-" + audience;
  }
}
