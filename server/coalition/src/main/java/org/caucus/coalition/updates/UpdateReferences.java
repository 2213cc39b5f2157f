package org.caucus.coalition.updates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What an update refers to.
 *
 * @param provision the provision of the draft it is about, in the coalition's words; may be empty
 * @param links issues, actions and updates; each is shown to the person who reads both ends
 * @param due the day by which the company promises it; null if it promises none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UpdateReferences(
    @Nullable String provision, List<Ref> links, @Nullable LocalDate due) {
  /** The first year in which something can be promised. */
  public static final int MIN_YEAR = 1970;

  /** The last of them. */
  public static final int MAX_YEAR = 2999;

  /** Most characters of a provision. */
  public static final int MAX_PROVISION_CHARS = 250;

  /** Most links of one update. */
  public static final int MAX_LINKS = 20;

  /** A copy that nobody else can change. */
  public UpdateReferences {
    provision = provision == null || provision.isBlank() ? null : provision.strip();
    links = List.copyOf(Objects.requireNonNullElse(links, List.of()));
  }

  /** Refers to nothing. */
  public static UpdateReferences none() {
    return new UpdateReferences(null, List.of(), null);
  }

  /** Whether there is nothing in it. */
  public boolean refersToNothing() {
    return provision == null && links.isEmpty() && due == null;
  }

  /**
   * A day by which something can be promised.
   *
   * @throws Refusal naming {@code due}
   */
  public static LocalDate day(String written) {
    try {
      LocalDate due = LocalDate.parse(written);
      if (due.getYear() >= MIN_YEAR && due.getYear() <= MAX_YEAR) {
        return due;
      }
    } catch (DateTimeException e) {
      // said below, as for a day of no year
    }
    throw Refusal.invalid(
        "due", Message.of("there-is-no-such-day-between", "first", MIN_YEAR, "last", MAX_YEAR));
  }
}
