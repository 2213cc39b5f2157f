package org.caucus.messaging.inbound.pipeline.moderation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.moderation.Hold;
import org.caucus.mail.message.LetterFullText;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.moderation.HoldCodes;

/**
 * Refuses what carries a code that decides about a letter that waits, wherever it stands: in a
 * field, in any alternative, in the address of a link, in a letter within the letter. Anyone who
 * read such a code could pass for its holder.
 *
 * @param codes knows one when it sees it
 */
public record ModerationCodeLeakCheck(HoldCodes codes) implements PipelineStep {
  /** Octets up to which a letter is looked through as it came, besides all its words. */
  static final int MAX_RAW_OCTETS = 1024 * 1024;

  @Override
  public Next take(PipelineContext arrival) {
    if (arrival.to().detail().equals(HoldCodes.DETAIL)) {
      return PipelineStep.on(arrival);
    }
    Optional<Set<String>> found = codes.in(texts(arrival.incoming()), HoldCodes.MAX_TRIES);
    if (found.isEmpty()) {
      return PipelineStep.on(arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.UNPROCESSED));
    }
    return found.get().isEmpty()
        ? PipelineStep.on(arrival)
        : new End(Verdict.Refuse.quietly(RefusalMessages.SECRET));
  }

  /** All that the person who gets the letter could find in it. */
  static List<String> texts(IncomingLetter incoming) {
    RawLetter raw = incoming.raw();
    List<String> texts = new ArrayList<>(LetterFullText.of(raw));
    texts.add(incoming.letter().subject());
    texts.add(incoming.letter().text());
    byte[] all = raw.toBytes();
    texts.addAll(LetterFullText.markup(raw));
    int looked = Math.max(raw.bodyOffset(), Math.min(all.length, MAX_RAW_OCTETS));
    // soft line ends of quoted-printable (RFC 2045 section 6.7) break anything anywhere
    texts.add(
        new String(all, 0, Math.min(looked, all.length), StandardCharsets.ISO_8859_1)
            .replace("=\r\n", "")
            .replace("=\n", ""));
    return texts;
  }
}
