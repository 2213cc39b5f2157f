package org.caucus.coalition.instruments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * One wording of all of an instrument.
 *
 * @param number from 1
 * @param withdrawal null while it stands
 * @param placed its text of record, in order
 */
public record Edition(
    int number,
    String title,
    @Nullable LocalDate dated,
    Source source,
    String textSha256,
    int chars,
    SeatId adoptedBy,
    Instant adoptedAt,
    @Nullable Withdrawal withdrawal,
    List<Placed> placed) {
  /** How far it is. */
  public enum State {
    ADOPTED,
    SUPERSEDED,
    WITHDRAWN
  }

  /**
   * The file that it was read from.
   *
   * @param blob where its bytes are; null for a pasted text, which is its own source
   * @param name as the file was called; empty for a pasted text
   * @param size in bytes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Source(@Nullable String blob, String name, String sha256, long size) {}

  /** Why its issuer took it back, and who noted that. */
  public record Withdrawal(String note, SeatId by, Instant at) {}

  /** A copy that nobody else can change. */
  public Edition {
    placed = List.copyOf(placed);
  }

  static Edition adopted(InstrumentEvent.EditionAdopted e, Instant at) {
    return new Edition(
        e.number(),
        e.called(),
        e.dated(),
        e.source(),
        e.textSha256(),
        e.chars(),
        e.by(),
        at,
        null,
        List.of());
  }

  /** Whether it was not withdrawn. */
  public boolean stands() {
    return withdrawal == null;
  }

  /** Its text of record. */
  public String text() {
    return placed.stream().map(Placed::text).collect(Collectors.joining());
  }

  /** Where a provision stands in it. */
  public Optional<Placed> place(String provision) {
    return placed.stream().filter(p -> provision.equals(p.provision())).findFirst();
  }

  /** What has this path or id. */
  public Optional<Placed> named(String named) {
    return placed.stream()
        .filter(p -> named.equals(p.path()) || named.equals(p.provision()))
        .findFirst();
  }

  /** How many provisions it has. */
  public int provisions() {
    return (int) placed.stream().filter(Placed::canBeCited).count();
  }

  Edition with(List<Placed> more) {
    List<Placed> all = new ArrayList<>(placed);
    all.addAll(more);
    return new Edition(
        number, title, dated, source, textSha256, chars, adoptedBy, adoptedAt, withdrawal, all);
  }

  Edition withdrawn(Withdrawal how) {
    return new Edition(
        number, title, dated, source, textSha256, chars, adoptedBy, adoptedAt, how, placed);
  }
}
