package org.caucus.coalition.access;

import java.time.Instant;
import java.util.List;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * A person's place in a workspace for an organisation. History, audience and duties belong to the
 * seat, so they outlive the person.
 *
 * @param person id of the person in {@code identity}
 * @param name the name the coalition sees
 * @param predecessor the seat this one took over from when it began; named audiences of that seat
 *     include this one
 * @param successor the seat that took over from this one later, likewise
 * @param awaits the seat this one is meant to take over from; nothing follows from it until then
 * @param waits until when its holder, who was let in again by another's word, comes in by no page
 *     of this workspace; null for one who does
 * @param welcomed whether its holder has seen, or put away, what a newcomer is shown
 * @param profile what its holder says of themselves
 * @param picture its holder's own picture; null for none
 */
public record Seat(
    SeatId id,
    String person,
    String name,
    String organisation,
    Role role,
    Instant start,
    @Nullable Instant end,
    @Nullable SeatId predecessor,
    @Nullable SeatId successor,
    @Nullable SeatId awaits,
    @Nullable Instant waits,
    boolean welcomed,
    SeatProfile profile,
    @Nullable SeatPicture picture) {
  /** One whose holder comes in. */
  public Seat(
      SeatId id,
      String person,
      String name,
      String organisation,
      Role role,
      Instant start,
      @Nullable Instant end,
      @Nullable SeatId predecessor,
      @Nullable SeatId successor,
      @Nullable SeatId awaits) {
    this(
        id,
        person,
        name,
        organisation,
        role,
        start,
        end,
        predecessor,
        successor,
        awaits,
        null,
        false,
        SeatProfile.NONE,
        null);
  }

  /** Reads and acts until it is ended. */
  public boolean active() {
    return end == null;
  }

  /** Anyone who takes over does so when a seat ends, or later. */
  Seat asOf(Instant at) {
    return end == null || end.isBefore(at)
        ? this
        : new Seat(
            id,
            person,
            name,
            organisation,
            role,
            start,
            null,
            predecessor,
            null,
            awaits,
            waits,
            welcomed,
            profile,
            picture);
  }

  Seat ended(Instant at) {
    return new Seat(
        id,
        person,
        name,
        organisation,
        role,
        start,
        at,
        predecessor,
        successor,
        awaits,
        waits,
        welcomed,
        SeatProfile.NONE,
        null);
  }

  Seat as(Role role) {
    return new Seat(
        id,
        person,
        name,
        organisation,
        role,
        start,
        end,
        predecessor,
        successor,
        awaits,
        waits,
        welcomed,
        profile,
        picture);
  }

  Seat followedBy(SeatId successor) {
    return new Seat(
        id,
        person,
        name,
        organisation,
        role,
        start,
        end,
        predecessor,
        successor,
        awaits,
        waits,
        welcomed,
        profile,
        picture);
  }

  /** Whether its holder does not come in yet. */
  public boolean waits(Instant now) {
    return waits != null && now.isBefore(waits);
  }

  Seat waiting(@Nullable Instant until) {
    return new Seat(
        id,
        person,
        name,
        organisation,
        role,
        start,
        end,
        predecessor,
        successor,
        awaits,
        until,
        welcomed,
        profile,
        picture);
  }

  Seat greeted() {
    return new Seat(
        id,
        person,
        name,
        organisation,
        role,
        start,
        end,
        predecessor,
        successor,
        awaits,
        waits,
        true,
        profile,
        picture);
  }

  /** Called so, and saying this of itself. */
  Seat described(String called, SeatProfile said) {
    return new Seat(
        id,
        person,
        called,
        organisation,
        role,
        start,
        end,
        predecessor,
        successor,
        awaits,
        waits,
        welcomed,
        said,
        picture);
  }

  /** Shown so; with null by initials. */
  Seat shown(@Nullable SeatPicture by) {
    return new Seat(
        id,
        person,
        name,
        organisation,
        role,
        start,
        end,
        predecessor,
        successor,
        awaits,
        waits,
        welcomed,
        profile,
        by);
  }

  /** What its holder does in their organisation; null if they do not say. */
  public @Nullable String title() {
    return profile.title().isEmpty() ? null : profile.title();
  }

  /** Which picture its holder is shown by; null if by initials. */
  public @Nullable String pictured() {
    return picture == null ? null : picture.version();
  }

  /** How the name of its holder is said; null if they do not say. */
  public @Nullable String pronunciation() {
    return profile.pronunciation().isEmpty() ? null : profile.pronunciation();
  }

  /** In which languages its holder writes; null if they do not say. */
  public @Nullable List<String> languages() {
    return profile.languages().isEmpty() ? null : profile.languages();
  }
}
