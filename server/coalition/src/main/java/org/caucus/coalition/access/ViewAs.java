package org.caucus.coalition.access;

import java.util.Optional;
import org.caucus.kernel.SeatId;

/**
 * Seeing the workspace as the liaisons of a company see it. It has an id like a seat's, so that
 * every page, count and frame is made for it by the same code as for a seat; it has no seat, so
 * that it does nothing. It reads what both any liaison of that company and the person who looks can
 * read: a way to check, never a way in.
 *
 * @param viewer the seat that looks
 * @param company slug of the company
 */
public record ViewAs(SeatId viewer, String company) {
  /** Stands in no seat's id. */
  private static final char MARK = '~';

  /** The id under which it reads. */
  public SeatId id() {
    return new SeatId(viewer.value() + MARK + company);
  }

  /** The look with this id; empty if it is a seat's. */
  public static Optional<ViewAs> of(SeatId id) {
    int mark = id.value().indexOf(MARK);
    return mark < 0
        ? Optional.empty()
        : Optional.of(
            new ViewAs(new SeatId(id.value().substring(0, mark)), id.value().substring(mark + 1)));
  }
}
