package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.mail.NewAction;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.HoldPresenter;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.mail.NewIssue;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * R1 of every kind of child there is, over random trees and histories: its readers are the members
 * of its audience who can read what it hangs on. By the words of the design, without the house's
 * own answer; asked of the one question, and of what pages show.
 */
class ReadersOfKindsTest {
  private static final int STEPS = 40;

  /** Who reads each thing, by the words of the design. */
  private static final class Model {
    private final Workspace w;

    Model(Workspace w) {
      this.w = w;
    }

    Set<SeatId> of(Ref ref) {
      return switch (ref.kind()) {
        case LIST -> members(w.lists().list(ref.id()).orElseThrow().audience(), null);
        case TRACKER -> members(w.issues().tracker(ref.id()).orElseThrow().audience(), null);
        case THREAD -> {
          var t = w.lists().thread(ref.id()).orElseThrow();
          var own = both(members(t.audience(), began(t)), of(Ref.to(Ref.Kind.LIST, t.list())));
          var into = t.links().mergedInto();
          yield into == null ? own : both(own, of(Ref.to(Ref.Kind.THREAD, into)));
        }
        case ISSUE -> {
          var i = w.issues().find(ref.id()).orElseThrow();
          Ref tracker = Ref.to(Ref.Kind.TRACKER, i.tracker());
          yield both(members(i.audience(), i.openedAt()), of(tracker));
        }
        case UPDATE -> {
          var u = w.updates().find(ref.id()).orElseThrow();
          yield members(u.audience(), u.at());
        }
        case ACTION -> {
          var a = w.actions().find(ref.id()).orElseThrow();
          yield members(a.audience(), a.plannedAt());
        }
        case POLL -> {
          var p = w.polls().find(ref.id()).orElseThrow();
          Ref on = p.on();
          Set<SeatId> named = members(p.asked().audience(), p.openedAt());
          yield on == null ? named : both(named, of(on));
        }
        case REVIEW -> {
          var r = w.reviews().find(ref.id()).orElseThrow();
          yield both(members(r.terms().audience(), r.openedAt()), of(r.on()));
        }
        case INSTRUMENT -> {
          var i = w.instruments().find(ref.id()).orElseThrow();
          yield members(i.audience(), i.addedAt());
        }
        case ENTRY -> {
          Entry e = w.entries().find(ref.id()).orElseThrow();
          yield both(members(e.audience(), e.at()), of(e.parent()));
        }
        default -> throw new AssertionError("no child: " + ref);
      };
    }

    /** What took another in is read since that began: its messages are as old. */
    private Instant began(Thread thread) {
      return Stream.concat(
              Stream.of(thread.startedAt()),
              thread.links().merged().stream().map(id -> began(w.lists().thread(id).orElseThrow())))
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }

    Set<SeatId> of(Draft draft) {
      return members(Audience.companyOnly(draft.company()), draft.at());
    }

    /** Nobody more than these: who of them is asked, is asked of somebody else. */
    Set<SeatId> place(Hold hold) {
      Set<SeatId> place =
          switch (hold.intent()) {
            case NewThread i -> of(Ref.to(Ref.Kind.LIST, i.list()));
            case NewIssue i -> of(Ref.to(Ref.Kind.TRACKER, i.tracker()));
            case NewUpdate i -> members(Audience.companyOnly(i.company()), null);
            case NewAction i -> members(Audience.everyone(), null);
            case LetterReply i ->
                i.answers() == null ? of(i.parent()) : of(Ref.to(Ref.Kind.ENTRY, i.answers()));
            case LetterOrders i -> members(Audience.everyone(), null);
            default -> throw new AssertionError("no place: " + hold.intent());
          };
      return both(members(Audience.everyone(), hold.at()), place);
    }

    private Set<SeatId> members(Audience audience, @Nullable Instant at) {
      Set<SeatId> members = new HashSet<>();
      for (Seat seat : w.members().all()) {
        Organisation home = w.members().organisations().get(seat.organisation());
        boolean civil = home.side() == Side.CIVIL_SOCIETY;
        boolean inside =
            switch (audience) {
              case Audience.Everyone a -> true;
              case Audience.CivilSociety a -> civil;
              case Audience.WithCompany a -> civil || home.slug().equals(a.company());
              case Audience.CompanyOnly a -> home.slug().equals(a.company());
              case Audience.OrganisationOnly a -> home.slug().equals(a.organisation());
              case Audience.Between a ->
                  List.of(a.organisation(), a.company()).contains(home.slug());
              case Audience.Named a ->
                  a.seats().stream().anyMatch(n -> isOrFollows(seat.id(), new SeatId(n)));
            };
        if (seat.active() && inside && (at == null || !at.isBefore(home.readsFrom()))) {
          members.add(seat.id());
        }
      }
      return members;
    }

    /** R5: what happened to a thing before it was widened stays with those of then. */
    Set<SeatId> then(Commit commit, Ref ref, Set<SeatId> now) {
      Set<SeatId> then = now;
      for (Commit later : w.history()) {
        for (Event event : later.events()) {
          if (later.sequence() > commit.sequence()
              && event instanceof AudienceEvent.Widened widened
              && widened.of().equals(ref)) {
            then = both(then, members(widened.from(), null));
          }
        }
      }
      return then;
    }

    private boolean isOrFollows(SeatId seat, SeatId named) {
      for (SeatId one = named; one != null; one = w.members().seats().get(one).successor()) {
        if (one.equals(seat)) {
          return true;
        }
      }
      return false;
    }

    private static Set<SeatId> both(Set<SeatId> some, Set<SeatId> others) {
      return some.stream().filter(others::contains).collect(Collectors.toSet());
    }

    Stream<Ref> all() {
      return Stream.of(
              w.lists().lists().keySet().stream().map(id -> Ref.to(Ref.Kind.LIST, id)),
              w.lists().threads().keySet().stream().map(id -> Ref.to(Ref.Kind.THREAD, id)),
              w.issues().trackers().keySet().stream().map(id -> Ref.to(Ref.Kind.TRACKER, id)),
              w.issues().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.ISSUE, id)),
              w.updates().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.UPDATE, id)),
              w.actions().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.ACTION, id)),
              w.polls().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.POLL, id)),
              w.reviews().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.REVIEW, id)),
              w.entries().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.ENTRY, id)))
          .flatMap(refs -> refs);
    }
  }

  private static Workspace play(long seed) {
    Workspace w = Given.coalition().state();
    for (Doings.Step step : Doings.history(seed, STEPS)) {
      w = w.evolve((Commit) step.on(w));
      answersAreForNobodyElse(w);
    }
    return w;
  }

  /** R3, when it is said: later its own author may let others read it, or fewer read the first. */
  private static void answersAreForNobodyElse(Workspace w) {
    Model model = new Model(w);
    for (Event event : w.history().getLast().events()) {
      if (event instanceof EntryPosted e && e.answers() != null) {
        assertThat(model.of(Ref.to(Ref.Kind.ENTRY, e.answers())))
            .as("an answer is read by nobody but readers of what it answers")
            .containsAll(model.of(Ref.to(Ref.Kind.ENTRY, e.id())));
      }
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void readersOfEveryKindOfChildAreMembersOfItsAudienceWhoReadItsParent(@ForAll long seed) {
    Workspace w = play(seed);
    Model model = new Model(w);
    model
        .all()
        .forEach(
            ref -> {
              var readers = w.access().readers(w.scopeOf(ref).orElseThrow());
              assertThat(readers.stream().map(Seat::id).collect(Collectors.toSet()))
                  .as(ref.toString())
                  .isEqualTo(model.of(ref));
            });
    for (Draft draft : w.updates().drafts().byId().values()) {
      assertThat(
              w.access().readers(draft.scope()).stream().map(Seat::id).collect(Collectors.toSet()))
          .as("a draft")
          .isEqualTo(model.of(draft));
    }
    for (Seat seat : w.members().all()) {
      assertThat(HoldPresenter.readable(w, seat.id()))
          .as("letters that wait")
          .allMatch(hold -> model.place(hold).contains(seat.id()));
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void pagesShowEachSeatWhatItReadsByThatAndNothingElse(@ForAll long seed) {
    Workspace w = play(seed);
    Model model = new Model(w);
    for (Seat seat : w.members().active()) {
      var readable = new TreeMap<String, Set<String>>();
      model
          .all()
          .filter(ref -> model.of(ref).contains(seat.id()))
          .forEach(ref -> readable.computeIfAbsent(page(ref), k -> new TreeSet<>()).add(ref.id()));
      JsonObject view = View.of(w, seat.id());
      for (String page :
          List.of(
              "lists",
              "threads",
              "trackers",
              "issues",
              "updates",
              "actions",
              "polls",
              "reviews",
              "entries")) {
        assertThat(new TreeSet<>(view.getJsonObject(page, new JsonObject()).fieldNames()))
            .as(seat.id() + " on " + page)
            .isEqualTo(readable.getOrDefault(page, Set.of()));
      }
    }
  }

  private static String page(Ref ref) {
    return ref.kind() == Ref.Kind.ENTRY ? "entries" : ref.kind().wire() + "s";
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void aRelationIsKnownToThePersonWhoReadsBothItsEnds(@ForAll long seed) {
    Workspace w = play(seed);
    Model model = new Model(w);
    for (Commit commit : w.history()) {
      for (Event event : commit.events()) {
        if (event instanceof IssueEvent.IssueRelated related) {
          Relation relation = related.relation();
          Set<SeatId> both =
              model.then(
                  commit,
                  relation.from(),
                  Model.both(model.of(relation.from()), model.of(relation.to())));
          for (Seat seat : w.members().all()) {
            assertThat(w.mayKnow(commit, event, seat.id())).isEqualTo(both.contains(seat.id()));
          }
        }
      }
    }
  }
}
