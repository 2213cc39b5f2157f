package org.caucus.messaging.inbound.pipeline.steps;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.Verdict;

/**
 * Takes up an invitation that is answered. That its address is known shows that the person who
 * writes had the letter, as the link in it does; besides, it must come from the address that was
 * invited, and its first line must be a word for yes: no machine that answers by itself writes
 * that, and those that say what they are were dropped before.
 */
record InvitationAnswer(PostingSteps.Invitations invitations) implements PipelineStep {
  /** What the first line says, in the languages of the letter. */
  private static final Set<String> WORDS =
      Set.of("accept", "i accept", "join", "accepter", "j'accepte", "أقبل", "قبول", "اقبل");

  private static final CharMatcher END = CharMatcher.anyOf(".! ");

  @Override
  public Next take(PipelineContext arrival) {
    String detail = arrival.to().detail();
    if (!detail.startsWith(AddressPlan.INVITATION)) {
      return PipelineStep.on(arrival);
    }
    Optional<Invitation> invitation =
        invitations.open(detail.substring(AddressPlan.INVITATION.length()), arrival.workspace());
    if (invitation.isEmpty() || arrival.incoming().author().isEmpty()) {
      return member(arrival)
          .map(s -> help(arrival, s))
          .orElse(PipelineStep.refuse(RefusalMessages.NO_INVITATION));
    }
    var author = arrival.incoming().author().get();
    String invited = invitation.get().address();
    if (MailAddress.parse(invited).filter(author.address()::sameAs).isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.INVITED_ELSEWHERE);
    }
    return says(arrival.text())
        ? new End(
            new Verdict.Join(
                invitation.get().id(), invited, name(invitation.get(), author.name(), invited)))
        : PipelineStep.refuse(RefusalMessages.SAY_ACCEPT);
  }

  private static Optional<Seat> member(PipelineContext arrival) {
    return Optional.ofNullable(arrival.writer().person())
        .flatMap(arrival.workspace().members()::seatOf);
  }

  /** Anyone who is in already is told how to take part. */
  private static Next help(PipelineContext arrival, Seat seat) {
    MessageTarget help =
        new LetterOrders("", arrival.to().address(), arrival.incoming().sender(), true);
    return new End(new Verdict.Post(help, seat.id(), AddressPlan.HELP, null, Audience.everyone()));
  }

  private static String name(Invitation invitation, String own, String address) {
    String asked = invitation.name() == null ? own : invitation.name();
    return asked.isBlank() ? address.substring(0, address.indexOf('@')) : asked.strip();
  }

  /** What is quoted never counts: the invitation itself names the word. */
  private static boolean says(String text) {
    return ReplyText.of(text)
        .lines()
        .map(VisibleLine::plain)
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> line.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
        .map(END::trimTrailingFrom)
        .filter(WORDS::contains)
        .isPresent();
  }
}
