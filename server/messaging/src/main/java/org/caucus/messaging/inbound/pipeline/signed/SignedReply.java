package org.caucus.messaging.inbound.pipeline.signed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.mailcommands.replies.ActionReply;
import org.caucus.coalition.mailcommands.replies.ReactionReply;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.reply.CourtesyPhrases;
import org.caucus.mail.reply.OfficeSignature;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;

/**
 * An answer of one word is that word, whatever its author's office puts below it: as a comment it
 * would be read by all, and do nothing.
 */
public record SignedReply() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    if (seat == null || !(arrival.intent() instanceof LetterReply to)) {
      return PipelineStep.on(arrival);
    }
    List<String> own =
        ReplyText.of(arrival.text())
            .lines()
            .map(VisibleLine::line)
            .dropWhile(String::isEmpty)
            .toList();
    if (own.size() > 1 && CourtesyPhrases.isGreeting(own.getFirst())) {
      own = own.stream().skip(1).dropWhile(String::isEmpty).toList();
    }
    boolean signed =
        own.size() > 1
            && (ReplyCommand.isAll(to.parent(), to.answers(), own.getFirst())
                || ReactionReply.of(to.parent(), to.answers(), own.getFirst()).isPresent()
                || ActionReply.of(to.parent(), own.getFirst()).isPresent())
            && signature(arrival, seat).isAll(own.subList(1, own.size()));
    return PipelineStep.on(signed ? arrival.saying(own.getFirst()) : arrival);
  }

  private static OfficeSignature signature(PipelineContext arrival, Seat seat) {
    String shown = arrival.incoming().author().map(NamedAddress::name).orElse("");
    String address =
        arrival.incoming().author().map(NamedAddress::address).map(Object::toString).orElse("");
    return new OfficeSignature(Stream.of(shown, seat.name()).collect(Collectors.toSet()), address);
  }
}
