package org.caucus.updates;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caucus.command.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What an update refers to.
 *
 * @param provision the provision of the draft it is about, in the coalition's words; may be empty
 * @param links issues, actions and updates; each is shown to whoever reads both ends
 * @param due the day by which the company promises it; null if it promises none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Particulars(@Nullable String provision, List<Ref> links, @Nullable LocalDate due) {
  /** Most links of one update. */
  public static final int MAX_LINKS = 20;

  /** A copy that nobody else can change. */
  public Particulars {
    provision = provision == null || provision.isBlank() ? null : provision.strip();
    links = List.copyOf(Objects.requireNonNullElse(links, List.of()));
  }

  /** Refers to nothing. */
  public static Particulars none() {
    return new Particulars(null, List.of(), null);
  }

  /** Whether there is nothing in it. */
  public boolean refersToNothing() {
    return provision == null && links.isEmpty() && due == null;
  }
}
