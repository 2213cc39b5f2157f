package org.caucus.coalition.reviews.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MailedLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.reviews.NewPosition;
import org.caucus.coalition.reviews.PositionDecider;
import org.caucus.coalition.reviews.Review;
import org.caucus.coalition.reviews.ReviewCommand;
import org.caucus.coalition.reviews.ReviewDecider;
import org.caucus.coalition.reviews.Reviews;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a letter that answers a review. Pure. */
public final class ReviewMailDecider {
  private ReviewMailDecider() {}

  /** The positions that a letter gives, all or none, or that its author's organisation declines. */
  public static List<Event> answer(
      Reviews.Held state, String id, MailedLetter letter, CommandContext act) {
    Review review =
        state
            .reviews()
            .find(id)
            .filter(r -> state.access().canRead(act.by(), r.scope(state)))
            .orElseThrow(() -> Refusal.forbidden(Message.of("you-cannot-answer-this-review")));
    mustHaveNoFiles(letter.letter());
    Edition edition =
        review
            .edition(state)
            .orElseThrow(() -> Refusal.forbidden(Message.of("you-cannot-answer-this-review")));
    Set<String> before = PositionDecider.answered(state, review, act.by());
    return ReviewDecider.decide(state, command(review, edition, letter, before), act);
  }

  private static ReviewCommand command(
      Review review, Edition edition, MailedLetter letter, Set<String> before) {
    return switch (ReviewReply.in(edition, letter.text())) {
      case ReviewReply.Positions p ->
          new ReviewCommand.GivePositions(
              review.id(),
              p.onAll() ? onAll(p.given(), before) : p.given(),
              letter.audience(),
              false,
              Channel.MAIL);
      case ReviewReply.Declined d when letter.audience() == null ->
          new ReviewCommand.DeclineReview(review.id(), d.reason());
      case ReviewReply.Declined _ ->
          throw Refusal.invalid("audience", Message.of("who-reads-a-decline-is-not-chosen"));
    };
  }

  /** What is said of all goes for what was answered apart before, unless this letter names it. */
  private static List<NewPosition> onAll(List<NewPosition> given, Set<String> before) {
    Set<String> named =
        given.stream().flatMap(p -> Stream.ofNullable(p.provision())).collect(Collectors.toSet());
    Optional<NewPosition> rest = given.stream().filter(p -> p.provision() == null).findFirst();
    List<NewPosition> all = new ArrayList<>(given);
    before.stream()
        .filter(provision -> !named.contains(provision))
        .sorted()
        .forEach(
            provision ->
                rest.ifPresent(
                    r -> all.add(new NewPosition(provision, r.stance(), r.reason(), r.words()))));
    return all;
  }

  /** Pictures are let go: most of them belong to a signature. */
  private static void mustHaveNoFiles(@Nullable EntryLetter letter) {
    if (letter != null && letter.bringsFiles()) {
      throw Refusal.invalid("files", Message.of("an-answer-has-no-files"));
    }
  }
}
