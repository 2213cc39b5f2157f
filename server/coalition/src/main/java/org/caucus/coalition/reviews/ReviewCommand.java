package org.caucus.coalition.reviews;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Command;
import org.jspecify.annotations.Nullable;

/** What can be asked of reviews. */
public sealed interface ReviewCommand extends Command {
  @Override
  default boolean saysMore() {
    return switch (this) {
      case OpenReview c -> !c.brief().isBlank();
      case GivePositions c -> c.says();
      case DeclineReview c -> !c.reason().isBlank();
      case ReportReview c -> !c.text().isBlank();
      case ExtendReview _, RemindAsked _, CloseReview _, MoveSession _, AdvanceReview _ -> false;
    };
  }

  /**
   * Asks organisations for their positions on an edition.
   *
   * @param instrument its slug
   * @param edition null for the newest that stands
   * @param opens null for now
   * @param audience null for the author's own side
   */
  record OpenReview(
      String instrument,
      @Nullable Integer edition,
      @Nullable Instant opens,
      Instant closes,
      ZoneId zone,
      String brief,
      List<String> organisations,
      @Nullable Audience audience)
      implements ReviewCommand {
    /** A copy that nobody else can change. */
    public OpenReview {
      organisations = List.copyOf(organisations);
    }
  }

  /**
   * Gives positions of the own organisation, all or none, or notes them for it alone.
   *
   * @param audience null for the usual one; must be null for a draft
   */
  record GivePositions(
      String review,
      List<NewPosition> positions,
      @Nullable Audience audience,
      boolean draft,
      Channel via)
      implements ReviewCommand {
    /** A copy that nobody else can change. */
    public GivePositions {
      positions = List.copyOf(positions);
    }

    private boolean says() {
      return positions.stream().anyMatch(p -> !p.reason().isBlank() || p.words() != null);
    }
  }

  /** Says that the own organisation will not answer. */
  record DeclineReview(String review, String reason) implements ReviewCommand {}

  /** Lets it take answers until then. */
  record ExtendReview(String review, Instant closes) implements ReviewCommand {}

  /** Reminds those who have not answered. */
  record RemindAsked(String review) implements ReviewCommand {}

  /** Ends it now; what the server does itself when its time has come. */
  record CloseReview(String review) implements ReviewCommand {}

  /** Says what came of it. */
  record ReportReview(String review, String text) implements ReviewCommand {}

  /** Shows all in a session which provision is being discussed. */
  record MoveSession(String review, String provision) implements ReviewCommand {}

  /** Does what is due: opens it, reminds, closes it. */
  record AdvanceReview(String review) implements ReviewCommand {}
}
