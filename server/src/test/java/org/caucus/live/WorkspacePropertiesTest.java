package org.caucus.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.audiences.AudienceEvent;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.entries.EntryEvent;
import org.caucus.issues.IssueEvent;
import org.caucus.members.Audience;
import org.caucus.members.Organisation;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.members.Side;
import org.caucus.trail.TrailPresenter;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;

/** What holds whatever a coalition does. */
class WorkspacePropertiesTest {
  private static final int STEPS = 50;

  private static final Frames FRAMES = new Frames(View.DOMAIN, InstantSource.fixed(View.NOW));

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

  /** R8: what a seat may not read leaves no trace in anything it is shown. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void twoWorldsThatDifferInWhatASeatMayNotReadAreOneWorldToIt(@ForAll long seed) {
    List<Doings.Step> steps = Doings.history(seed, STEPS);
    List<Workspace> plain = play(steps);
    for (SeatId reader : plain.getLast().members().seats().keySet()) {
      Worlds worlds = new Worlds(reader, seed);
      worlds.play(steps, plain);
      worlds.compare();
    }
  }

  /** World B is world A, and more that this seat cannot read. */
  private static final class Worlds {
    private final SeatId reader;
    private final Doings doings;
    private final Random random;
    private Workspace a = Given.coalition().state();
    private Workspace b = a;
    private final List<Commit> hidden = new ArrayList<>();
    private final Set<Ref> widened = new HashSet<>();

    Worlds(SeatId reader, long seed) {
      this.reader = reader;
      this.doings = new Doings(seed ^ reader.hashCode(), "x", Duration.ofMillis(1));
      this.random = new Random(seed + reader.hashCode());
    }

    void play(List<Doings.Step> steps, List<Workspace> plain) {
      widened.addAll(widenedIn(plain.getLast()));
      for (int i = 0; i < steps.size() && !isRevealed(); i++) {
        hide(plain.getLast());
        Doings.Step step = steps.get(i);
        Object inA = step.on(a);
        Object inB = step.on(b);
        if (reader.equals(step.act().seat())) {
          assertThat(answer(b, inB))
              .as("answer to the reader's own %s", step)
              .isEqualTo(answer(a, inA));
        }
        // others may be told of what they can read: such a step happens in neither world
        if (inA instanceof Commit ca && inB instanceof Commit cb) {
          a = a.evolve(ca);
          b = b.evolve(cb);
          if (isRevealed()) {
            return;
          }
          assertThat(frame(b, b.history().getLast())).isEqualTo(frame(a, a.history().getLast()));
        }
      }
    }

    /** A few things happen that the reader will never be able to read. */
    private void hide(Workspace end) {
      for (int tries = random.nextInt(4); tries > 0; tries--) {
        Doings.Step step = doings.next(b, false);
        if (step.on(b) instanceof Commit commit && !(late(end) && numbers(commit))) {
          Workspace after = b.evolve(commit);
          if (unseen(after, commit, end) && !heads(after, commit)) {
            b = after;
            hidden.add(commit);
          }
        }
      }
    }

    /** Numbers given before a newcomer's organisation joined do show in those given after. */
    private static boolean numbers(Commit commit) {
      return commit.events().stream()
          .anyMatch(
              e ->
                  e instanceof IssueEvent.IssueOpened
                      || (e instanceof AudienceEvent.Widened w && w.label() != null));
    }

    /** A head that is opened to this reader later shows what became of it until then. */
    private boolean heads(Workspace after, Commit commit) {
      return commit.events().stream()
          .filter(e -> !(e instanceof EntryEvent))
          .anyMatch(e -> widened.stream().anyMatch(ref -> after.about(commit, e, ref)));
    }

    private static Set<Ref> widenedIn(Workspace end) {
      Set<Ref> all = new HashSet<>();
      for (Commit commit : end.history()) {
        for (Event event : commit.events()) {
          if (event instanceof AudienceEvent e) {
            all.add(e.of());
          }
        }
      }
      return all;
    }

    private boolean unseen(Workspace after, Commit commit, Workspace end) {
      if (after.members().seats().containsKey(reader)) {
        return after.visible(commit, reader).isEmpty() && after.taken(commit, reader).isEmpty();
      }
      String home = end.members().seats().get(reader).organisation();
      return late(end) && !after.members().organisations().containsKey(home);
    }

    private boolean late(Workspace end) {
      Seat seat = end.members().seats().get(reader);
      return !end.members().organisationOf(seat).readsFrom().equals(Instant.EPOCH);
    }

    /** Of what a command led to, whoever gave it learns what they may read. */
    private Object answer(Workspace before, Object outcome) {
      return outcome instanceof Commit commit
          ? before.evolve(commit).visibleEvents(commit, reader)
          : ((Refused) outcome).kind() + ((Refused) outcome).why();
    }

    private Optional<JsonObject> frame(Workspace now, Commit commit) {
      return FRAMES.frame(now, commit, reader);
    }

    /**
     * Whether the worlds differ in what this reader may read now: somebody left, and a held letter
     * became theirs to decide; they became a convenor, and open invitations theirs to see.
     */
    private boolean isRevealed() {
      return hidden.stream().anyMatch(c -> !b.visible(c, reader).isEmpty());
    }

    void compare() {
      if (isRevealed()) {
        return;
      }
      assertThat(View.of(b, reader).encode()).isEqualTo(View.of(a, reader).encode());
      assertThat(View.activity(b, reader)).isEqualTo(View.activity(a, reader));
      assertThat(View.choices(b, reader)).isEqualTo(View.choices(a, reader));
      assertThat(View.leaving(b, reader)).isEqualTo(View.leaving(a, reader));
      assertThat(TrailPresenter.csv(b, reader)).isEqualTo(TrailPresenter.csv(a, reader));
      assertThat(b.positionFor(reader)).isEqualTo(a.positionFor(reader));
      hidden.forEach(c -> assertThat(frame(b, c)).isEmpty());
      hidden.forEach(c -> assertThat(b.placeOf(c.id(), reader)).isEmpty());
      assertThat(frames(b)).isEqualTo(frames(a));
    }

    private List<String> frames(Workspace now) {
      return now.history().stream()
          .flatMap(c -> frame(now, c).stream())
          .map(JsonObject::encode)
          .toList();
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
        assertThat(live).as("%s after %s", reader, commit).isEqualTo(View.of(now, reader));
      }
      if (active(end).contains(reader)) {
        assertThat(late).isEqualTo(View.of(end, reader));
      }
    }
  }

  private static JsonObject folded(JsonObject view, Workspace now, Commit commit, SeatId reader) {
    return FRAMES.frame(now, commit, reader).map(f -> View.fold(view, f, now, reader)).orElse(view);
  }

  /** One rendering serves all seats of a reader class. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void seatsOfOneReaderClassSeeTheSame(@ForAll long seed) {
    Workspace end = play(Doings.history(seed, STEPS)).getLast();
    Map<String, List<String>> seen = new HashMap<>();
    for (SeatId reader : active(end)) {
      List<String> frames =
          end.history().stream()
              .flatMap(c -> FRAMES.frame(end, c, reader).stream())
              .map(JsonObject::encode)
              .toList();
      List<String> other = seen.putIfAbsent(end.readerClass(reader), frames);
      if (other != null) {
        assertThat(frames).as(end.readerClass(reader)).isEqualTo(other);
      }
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
    return switch (random.nextInt(5)) {
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
            default -> named.stream().anyMatch(n -> isOrFollows(w, seat.id(), new SeatId(n)));
          };
      if (inside && (at == null || !at.isBefore(home.readsFrom()))) {
        members.add(seat.id());
      }
    }
    return members;
  }
}
