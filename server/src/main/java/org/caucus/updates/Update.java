package org.caucus.updates;

import java.time.Instant;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Via;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One update of a company.
 *
 * @param letter blob of the letter it came by; null when written in the browser
 * @param keeper who answers for it; null once it was let go
 */
public record Update(
    String id,
    String company,
    Kind kind,
    Stage stage,
    String title,
    String body,
    Attribution attribution,
    Audience audience,
    SeatId seat,
    Instant at,
    Via via,
    @Nullable String letter,
    @Nullable SeatId keeper) {
  /** What sort of thing the company says. */
  public enum Kind {
    ACTION,
    POSITION,
    STATUS,
    REQUEST,
    CORRECTION
  }

  /** How far the company is with it. */
  public enum Stage {
    NOTED,
    IN_REVIEW,
    DECIDED,
    DONE
  }

  /** Under which terms it may be quoted. */
  public enum Attribution {
    ON_RECORD,
    BACKGROUND,
    OFF_RECORD
  }

  Update keptBy(@Nullable SeatId keeper) {
    return new Update(
        id,
        company,
        kind,
        stage,
        title,
        body,
        attribution,
        audience,
        seat,
        at,
        via,
        letter,
        keeper);
  }

  Update readBy(Audience to) {
    return new Update(
        id, company, kind, stage, title, body, attribution, to, seat, at, via, letter, keeper);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.UPDATE, id);
  }

  /** Where it stands: its audience within the feed's, which is everyone's. */
  public Scope scope() {
    return Updates.FEED.holds(audience, at);
  }
}
