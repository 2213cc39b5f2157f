package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Decisions told as given, when, then: what happened before, what is asked, what comes of it.
 * Nothing but the deciders and the fold runs.
 */
public final class Given {
  /** When the first event happened; each later one a minute after the one before. */
  public static final Instant START = Instant.parse("2026-06-01T09:00:00Z");

  /** The id of what a command makes. */
  public static final String THING = "newthing";

  /** The id of its first entry. */
  public static final String ENTRY = "newentry";

  /** The name of every log in these tests. */
  public static final WorkspaceId WORKSPACE = new WorkspaceId("a".repeat(26));

  private final Workspace state;
  private final Instant at;

  private Given(Workspace state, Instant at) {
    this.state = state;
    this.at = at;
  }

  /** Nothing yet. */
  public static Given nothing() {
    return new Given(Workspace.empty(WORKSPACE), START);
  }

  /** The coalition of {@link Parties}. */
  public static Given coalition() {
    return nothing().and(Parties.coalition());
  }

  /** Then these happened, a minute apart. */
  public Given and(Event... events) {
    return and(List.of(events));
  }

  private Given and(List<Event> events) {
    Workspace after = state;
    Instant time = at;
    for (Event event : events) {
      long sequence = after.sequence() + 1;
      after =
          after.evolve(
              new Commit(sequence, "commit-" + sequence, time, null, null, List.of(event)));
      time = time.plus(Duration.ofMinutes(1));
    }
    return new Given(after, time);
  }

  /** Then time passed. */
  public Given later(Duration time) {
    return new Given(state, at.plus(time));
  }

  /** The state that all this led to. */
  public Workspace state() {
    return state;
  }

  /** When the next thing happens. */
  public Instant at() {
    return at;
  }

  /** A command is carried out, and goes into the story. */
  public Given does(@Nullable SeatId seat, Command command) {
    return and(Objects.requireNonNull(when(seat, command).events, "it was refused"));
  }

  /** A command is carried out as it is in a room: all that comes of it is one commit. */
  public Given commits(SeatId seat, Command command) {
    List<Event> events = Objects.requireNonNull(when(seat, command).events, "it was refused");
    long sequence = state.sequence() + 1;
    Commit commit = new Commit(sequence, "commit-" + sequence, at, seat, null, events);
    return new Given(state.evolve(commit), at);
  }

  /** A seat, or with null the server, asks for this. */
  public When when(@Nullable SeatId seat, Command command) {
    try {
      CommandContext act = new CommandContext("newcommit", at, seat, THING, ENTRY);
      return new When(CommandDispatcher.decide(state, command, act), null);
    } catch (Refusal no) {
      return new When(null, no);
    }
  }

  /** What came of a command. */
  public static final class When {
    private final @Nullable List<Event> events;
    private final @Nullable Refusal refused;

    private When(@Nullable List<Event> events, @Nullable Refusal refused) {
      this.events = events;
      this.refused = refused;
    }

    /** Exactly these events. */
    public void then(Event... expected) {
      assertThat(refused).as("refused").isNull();
      assertThat(events).containsExactly(expected);
    }

    /** The only event, or the last. */
    public Event last() {
      assertThat(refused).as("refused").isNull();
      return Objects.requireNonNull(events).getLast();
    }

    /** Refused as this; with a field for what is invalid. */
    public Refusal refused(Refusal.Kind kind, @Nullable String field) {
      assertThat(events).as("events of what should be refused").isNull();
      Refusal no = Objects.requireNonNull(refused);
      assertThat(no.kind()).as(no.why()).isEqualTo(kind);
      assertThat(no.field()).isEqualTo(field);
      return no;
    }

    /** What the person who asked is told: events, or the kind and the words of the refusal. */
    public String answer() {
      return refused == null ? String.valueOf(events) : refused.kind() + " " + refused.why();
    }

    /** Refused as this. */
    public Refusal refused(Refusal.Kind kind) {
      return refused(kind, null);
    }
  }
}
