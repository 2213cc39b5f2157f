package org.caucus.views.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.lists.ListPresenter;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.coalition.trackers.IssueRowCache;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.http.JsonEncoder;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;

/** What holds whatever a coalition does. */
class WorkspacePropertiesTest {
  private static final int STEPS = 50;

  private static final FrameRenderer FRAMES =
      new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));

  /** R1: what hangs on a thing is read by the members of its audience who can read that thing. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void readersOfAChildAreMembersOfItsAudienceWhoReadItsParent(@ForAll long seed) {
    Workspace w = play(Doings.history(seed, 25)).getLast();
    Random random = new Random(seed);
    Set<SeatId> readers = active(w);
    Scope scope = null;
    for (int depth = 0; depth < 4; depth++) {
      Audience audience = audience(w, random);
      Instant at = random.nextBoolean() ? null : Given.START.plusSeconds(random.nextInt(3_600));
      scope = scope == null ? new Scope(audience, at, null) : new Scope(audience, at, scope);
      readers.retainAll(members(w, audience, at));

      assertThat(w.access().readers(scope).stream().map(Seat::id))
          .containsExactlyInAnyOrderElementsOf(readers);
      for (Seat seat : w.members().all()) {
        assertThat(w.access().canRead(seat.id(), scope)).isEqualTo(readers.contains(seat.id()));
      }
    }
  }

  /** What a browser holds, with what the stream brings, is what it would read anew. */
  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void theOldViewWithItsFramesIsTheFreshView(@ForAll long seed) {
    List<Workspace> states = play(Doings.history(seed, STEPS));
    Workspace end = states.getLast();
    int start = new Random(seed).nextInt(STEPS);
    for (SeatId reader : states.get(start).members().seats().keySet()) {
      JsonObject live = View.of(states.get(start), reader);
      JsonObject late = live;
      for (int i = start + 1; i < states.size(); i++) {
        Workspace now = states.get(i);
        Commit commit = now.history().getLast();
        live = folded(live, now, commit, reader);
        late = folded(late, end, commit, reader);
        if (!active(now).contains(reader)) {
          break; // its stream is closed
        }
        assertThat(asItComes(live))
            .as("%s after %s", reader, commit)
            .isEqualTo(asItComes(View.of(now, reader)));
      }
      if (active(end).contains(reader)) {
        assertThat(asItComes(late)).isEqualTo(asItComes(View.of(end, reader)));
      }
    }
  }

  /** What was made from a message is shown with it when that is read, and not by the stream. */
  private static JsonObject asItComes(JsonObject view) {
    JsonObject shown = view.copy();
    JsonObject entries = shown.getJsonObject("entries", new JsonObject());
    entries.fieldNames().forEach(id -> entries.getJsonObject(id).remove("related"));
    return shown;
  }

  private static JsonObject folded(JsonObject view, Workspace now, Commit commit, SeatId reader) {
    return FRAMES.frame(now, commit, reader).map(f -> View.fold(view, f, now, reader)).orElse(view);
  }

  /** What was said last on a list is what a walk through all that can be read there finds. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void whatWasSaidLastIsTheLatestOfAllThatEachReads(@ForAll long seed) {
    for (Workspace now : play(Doings.history(seed, STEPS))) {
      for (SeatId reader : active(now)) {
        for (MailingList list : now.lists().lists().values()) {
          Optional<String> latest =
              now.lists().threads().values().stream()
                  .filter(t -> t.list().equals(list.slug()))
                  .flatMap(
                      t ->
                          VisibleEntries.entries(now, t.ref(), now.lists().scope(t), reader)
                              .stream())
                  .max(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                  .map(e -> e.at() + " " + e.seat() + " " + e.parent().id());

          assertThat(ListPresenter.said(now, list, reader).map(WorkspacePropertiesTest::words))
              .as("%s on %s", reader, list.slug())
              .isEqualTo(latest);
        }
      }
    }
  }

  private static String words(JsonObject said) {
    return said.getString("at") + " " + said.getString("by") + " " + said.getString("thread");
  }

  /** What is remembered of a board shows nobody what is old, or not for them. */
  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void aBoardIsItsIssuesAsEachReaderSeesThemNow(@ForAll long seed) {
    IssueRowCache rows =
        new IssueRowCache(JsonEncoder::of); // one for all readers and times, as on a node
    for (Workspace now : play(Doings.history(seed, STEPS))) {
      for (SeatId reader : active(now)) {
        for (Tracker tracker : now.issues().trackers().values()) {
          JsonArray items = new JsonArray();
          now.issues().of(tracker).stream()
              .filter(i -> now.access().canRead(reader, now.issues().scope(i)))
              .forEach(i -> items.add(IssuePresenter.show(now, i, reader)));
          Buffer board =
              IssuePresenter.board(now, tracker, IssuePresenter.Wanted.ALL, reader, rows);
          assertThat(new JsonObject(board))
              .isEqualTo(
                  new JsonObject().put("items", items).put("position", now.positionFor(reader)));
        }
      }
    }
  }

  /** One rendering serves all seats of a reader class, of what happened since each began. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void seatsOfOneReaderClassSeeTheSame(@ForAll long seed) {
    Workspace end = play(Doings.history(seed, STEPS)).getLast();
    Map<String, Map<Long, String>> seen = new HashMap<>();
    for (SeatId reader : active(end)) {
      Instant came = Objects.requireNonNull(end.members().seats().get(reader)).start();
      Map<Long, String> ofClass =
          seen.computeIfAbsent(end.readerClass(reader), c -> new HashMap<>());
      end.history().stream()
          .filter(commit -> came.isBefore(commit.at()))
          .forEach(
              commit -> {
                String frame = FRAMES.frame(end, commit, reader).map(JsonObject::encode).orElse("");
                String other = ofClass.putIfAbsent(commit.sequence(), frame);
                assertThat(other == null ? frame : other)
                    .as(end.readerClass(reader))
                    .isEqualTo(frame);
              });
    }
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void aReplayOfWhatWasWrittenIsTheStateThatWroteIt(@ForAll long seed) {
    Workspace live = play(Doings.history(seed, STEPS)).getLast();
    Workspace replayed = Workspace.empty(live.id());
    for (Commit commit : live.history()) {
      Commit read = CommitCodec.read(commit.sequence(), CommitCodec.write(commit));
      assertThat(read).isEqualTo(commit);
      replayed = replayed.evolve(read);
    }

    assertThat(replayed).isEqualTo(live);
  }

  /** The states after each step, beginning with the coalition. */
  private static List<Workspace> play(List<Doings.Step> steps) {
    List<Workspace> states = new ArrayList<>();
    states.add(Given.coalition().state());
    for (Doings.Step step : steps) {
      states.add(states.getLast().evolve((Commit) step.on(states.getLast())));
    }
    return states;
  }

  private static Set<SeatId> active(Workspace w) {
    Set<SeatId> active = new java.util.LinkedHashSet<>();
    w.members().all().stream().filter(Seat::active).forEach(s -> active.add(s.id()));
    return active;
  }

  private static Audience audience(Workspace w, Random random) {
    List<SeatId> seats = w.members().all().stream().map(Seat::id).toList();
    return switch (random.nextInt(7)) {
      case 4 -> Audience.organisationOnly("press");
      case 5 -> Audience.between("rights", "chirp");
      case 0 -> Audience.everyone();
      case 1 -> Audience.civilSociety();
      case 2 -> Audience.withCompany("chirp");
      case 3 -> Audience.companyOnly("vista");
      default ->
          Audience.named(
              List.of(
                  seats.get(random.nextInt(seats.size())),
                  seats.get(random.nextInt(seats.size())),
                  seats.get(random.nextInt(seats.size()))));
    };
  }

  /** Whether a seat is this one, or took over from it, or from who took over from it. */
  private static boolean isOrFollows(Workspace w, SeatId seat, SeatId named) {
    for (SeatId one = named; one != null; one = w.members().seats().get(one).successor()) {
      if (one.equals(seat)) {
        return true;
      }
    }
    return false;
  }

  /** By the words of the design, without the house's own answer. */
  private static Set<SeatId> members(Workspace w, Audience audience, Instant at) {
    Set<String> named = new TreeSet<>();
    String wire = audience.wire();
    if (wire.startsWith("NAMED(")) {
      named.addAll(List.of(wire.substring(6, wire.length() - 1).split(",")));
    }
    Set<SeatId> members = new java.util.HashSet<>();
    for (Seat seat : w.members().all()) {
      Organisation home = w.members().organisations().get(seat.organisation());
      boolean civil = home.side() == Side.CIVIL_SOCIETY;
      boolean inside =
          switch (wire) {
            case "EVERYONE" -> true;
            case "CIVIL_SOCIETY" -> civil;
            case "WITH_COMPANY(chirp)" -> civil || home.slug().equals("chirp");
            case "COMPANY_ONLY(vista)" -> home.slug().equals("vista");
            case "ORGANISATION_ONLY(press)" -> home.slug().equals("press");
            case "BETWEEN(rights,chirp)" -> Set.of("rights", "chirp").contains(home.slug());
            default -> named.stream().anyMatch(n -> isOrFollows(w, seat.id(), new SeatId(n)));
          };
      if (inside && (at == null || !at.isBefore(home.readsFrom()))) {
        members.add(seat.id());
      }
    }
    return members;
  }
}
