package org.caucus.coalition.mentions;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.SeatId;

/**
 * Somebody who is named after an {@code @}. Who was meant is kept by id, so that another name
 * changes nothing later.
 *
 * @param id the seat's, the short name of the organisation, or {@link #EVERYONE} or {@link #CIVIL}
 * @param name the words after the {@code @}, as they were written
 * @param asks whether its sentence is a question; written only if it is
 */
public record Mention(
    Kind kind, String id, String name, @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean asks) {
  /** The group of all who can read what was written. */
  public static final String EVERYONE = "EVERYONE";

  /** The group of those of civil society among them. */
  public static final String CIVIL = "CIVIL_SOCIETY";

  /** What can be mentioned. The names are in the log and are never changed. */
  public enum Kind {
    /** One seat, or the seat that took over from it. */
    PERSON,
    /** All of an organisation who can read it. */
    ORGANISATION,
    /** All of a group who can read it. */
    GROUP
  }

  /** Whether this seat is meant. Whether it can read what was written is asked besides. */
  public boolean means(Members members, Seat seat) {
    return switch (kind) {
      case PERSON -> members.heir(new SeatId(id)).equals(seat.id());
      case ORGANISATION -> seat.organisation().equals(id);
      case GROUP ->
          id.equals(EVERYONE) || members.organisationOf(seat).side() == Side.CIVIL_SOCIETY;
    };
  }

  /** Whether it stands in a text: it may have been there only before that was edited. */
  public boolean isIn(String text) {
    String folded = FoldedName.of(text.replace('\uff20', '@'));
    return folded.contains("@" + FoldedName.of(name));
  }

  /** Whether both mean the same, whatever they say. */
  boolean isOf(Mention other) {
    return kind == other.kind && id.equals(other.id);
  }
}
