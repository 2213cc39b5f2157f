package org.caucus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.reviews.NewPosition;
import org.caucus.coalition.reviews.Review;
import org.caucus.coalition.reviews.ReviewCommand;
import org.caucus.coalition.reviews.Stance;
import org.caucus.kernel.Command;
import org.jspecify.annotations.Nullable;

/** What anybody might do next with reviews, sensible or not. */
public final class Reviewing {
  private Reviewing() {}

  /** Nobody but the server asks for these. */
  static boolean isServers(Command command) {
    return command instanceof ReviewCommand.AdvanceReview;
  }

  static Command next(Random random, Workspace w, String mark, @Nullable Audience audience) {
    List<String> all = w.reviews().byId().keySet().stream().sorted().toList();
    if (all.isEmpty() || random.nextInt(8) == 0) {
      return open(random, w, mark, audience);
    }
    Review review = w.reviews().find(all.get(random.nextInt(all.size()))).orElseThrow();
    return switch (random.nextInt(20)) {
      case 0 -> new ReviewCommand.CloseReview(review.id());
      case 1 -> new ReviewCommand.ExtendReview(review.id(), in(w, Duration.ofHours(5)));
      case 2 -> new ReviewCommand.ReportReview(review.id(), "Report " + mark);
      case 3 -> new ReviewCommand.AdvanceReview(review.id());
      case 4 -> new ReviewCommand.RemindAsked(review.id());
      case 5, 6 -> new ReviewCommand.DeclineReview(review.id(), "Reason " + mark);
      case 7, 8 -> new ReviewCommand.MoveSession(review.id(), provision(random, w, review));
      default -> give(random, w, review, mark, audience);
    };
  }

  private static Command open(
      Random random, Workspace w, String mark, @Nullable Audience audience) {
    List<String> texts = w.instruments().byId().keySet().stream().sorted().toList();
    if (texts.isEmpty()) {
      return Drafting.next(random, w, mark, audience);
    }
    List<String> asked = w.members().parties().stream().map(o -> o.slug()).sorted().toList();
    return open(
        texts.get(random.nextInt(texts.size())),
        "Brief " + mark,
        random.nextBoolean() ? List.of("rights", "press") : asked,
        in(w, Duration.ofMinutes(200)),
        random.nextBoolean() ? audience : Audience.everyone());
  }

  /** A review of the newest edition of this text. */
  public static ReviewCommand.OpenReview open(
      String text,
      String brief,
      List<String> organisations,
      Instant closes,
      @Nullable Audience audience) {
    return new ReviewCommand.OpenReview(
        text, null, null, closes, ZoneId.of("Africa/Lagos"), brief, organisations, audience);
  }

  private static Command give(
      Random random, Workspace w, Review review, String mark, @Nullable Audience audience) {
    List<NewPosition> positions = new ArrayList<>();
    positions.add(position(random, provision(random, w, review), mark));
    if (random.nextInt(3) == 0) {
      positions.add(new NewPosition(null, Stance.SUPPORT, "", null));
    }
    boolean draft = random.nextInt(4) == 0;
    return new ReviewCommand.GivePositions(
        review.id(),
        positions,
        draft || random.nextBoolean() ? null : audience,
        draft,
        random.nextBoolean() ? Channel.WEB : Channel.MAIL);
  }

  private static NewPosition position(Random random, String provision, String mark) {
    Stance stance = List.of(Stance.values()).get(random.nextInt(Stance.values().length));
    return new NewPosition(
        provision, stance, "Reason " + mark, stance == Stance.AMEND ? "Words " + mark : null);
  }

  private static String provision(Random random, Workspace w, Review review) {
    List<Placed> all = review.provisions(w);
    return all.isEmpty()
        ? "nothing"
        : String.valueOf(all.get(random.nextInt(all.size())).provision());
  }

  private static Instant in(Workspace w, Duration time) {
    return w.history().getLast().at().plus(time);
  }
}
