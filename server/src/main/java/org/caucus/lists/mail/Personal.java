package org.caucus.lists.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.wishes.Chosen;
import org.caucus.wishes.Kind;
import org.caucus.wishes.Way;
import org.caucus.wishes.Weekly;
import org.jspecify.annotations.Nullable;

/**
 * What a seat chooses for all its mail of a workspace.
 *
 * @param zone where the member's morning is
 * @param echo whether anyone who posts by mail is told who reads it
 * @param pause days without any mail but questions that wait for an answer; null for none
 * @param quiet hours of every day in which mail waits; null for none, and in older logs
 * @param ways how one wants to hear of each kind; a kind that is not here comes at once
 * @param weekly what comes once a week besides; nothing in older logs
 */
public record Personal(
    ZoneId zone,
    boolean echo,
    @Nullable Pause pause,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Quiet quiet,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Chosen> ways,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Weekly> weekly) {
  /** Of the person who has not chosen. */
  public static final Personal USUAL = new Personal(ZoneId.of("UTC"), true, null);

  /** Keeps them as they are; an older log has neither ways nor weekly letters. */
  public Personal(
      ZoneId zone,
      boolean echo,
      @Nullable Pause pause,
      @Nullable Quiet quiet,
      @Nullable List<Chosen> ways,
      @Nullable List<Weekly> weekly) {
    this.zone = zone;
    this.echo = echo;
    this.pause = pause;
    this.quiet = quiet;
    this.ways = ways == null ? List.of() : List.copyOf(ways);
    this.weekly = weekly == null ? List.of() : List.copyOf(weekly);
  }

  /** Where every kind comes at once. */
  public Personal(ZoneId zone, boolean echo, @Nullable Pause pause, @Nullable Quiet quiet) {
    this(zone, echo, pause, quiet, List.of(), List.of());
  }

  /** Without quiet hours. */
  public Personal(ZoneId zone, boolean echo, @Nullable Pause pause) {
    this(zone, echo, pause, null);
  }

  /** The same, with another pause, or none. */
  public Personal paused(@Nullable Pause other) {
    return new Personal(zone, echo, other, quiet, ways, weekly);
  }

  /** The same, with mornings elsewhere. */
  public Personal at(ZoneId other) {
    return new Personal(other, echo, pause, quiet, ways, weekly);
  }

  /** The same, told who reads what they post by mail, or not. */
  public Personal echoing(boolean on) {
    return new Personal(zone, on, pause, quiet, ways, weekly);
  }

  /** The same, hearing of kinds in other ways. */
  public Personal hearing(List<Chosen> others) {
    return new Personal(zone, echo, pause, quiet, others, weekly);
  }

  /** The same, hearing of this kind in this way. */
  public Personal hearing(Kind kind, Way way) {
    Stream<Chosen> others = ways.stream().filter(c -> c.kind() != kind);
    return hearing(Stream.concat(others, Stream.of(new Chosen(kind, way))).toList());
  }

  /** The same, with other weekly letters. */
  public Personal weekly(List<Weekly> others) {
    return new Personal(zone, echo, pause, quiet, ways, others);
  }

  /** The same, with this weekly letter or without it. */
  public Personal weekly(Weekly letter, boolean wanted) {
    Stream<Weekly> others = weekly.stream().filter(w -> w != letter);
    return weekly(Stream.concat(others, Stream.of(letter).filter(w -> wanted)).toList());
  }

  /** How a kind comes. */
  public Way way(Kind kind) {
    return ways.stream()
        .filter(c -> c.kind() == kind)
        .map(Chosen::way)
        .findFirst()
        .orElse(Way.AT_ONCE);
  }

  /** Whether some kinds come once a day. */
  public boolean hasDigest() {
    return ways.stream().anyMatch(c -> c.way() == Way.DIGEST);
  }

  /** When a letter that could leave at this moment does leave. */
  public Instant leaves(Instant at) {
    return quiet == null ? at : quiet.leaves(at, zone);
  }
}
