package org.caucus.messaging.inbound.pipeline.recall;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Seat;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.workspace.Workspace;

/**
 * Takes back what the answered echo was about, if the answer says so on a line of its own and comes
 * from an address of its author. The ticket in the address is the proof: it was sent to that author
 * alone, does this one thing, and only ever closes, as the link beside it does. Mail that would
 * have to be proven otherwise would be too late.
 *
 * @param recalls opens tickets
 */
public record RecallByReply(EchoRecalls recalls) implements PipelineStep {
  /** What the answer says, in every language in which the echo names it. */
  private static final Set<String> WORDS =
      Set.copyOf(Objects.requireNonNull(PhraseFile.of("decisions").get("recall")));

  /** Most lines that are looked at. */
  private static final int MAX_LINES = 1_000;

  @Override
  public Next take(PipelineContext arrival) {
    String detail = arrival.to().detail();
    if (!detail.startsWith(AddressPlan.TAKE_BACK)) {
      return PipelineStep.on(arrival);
    }
    Optional<EchoRecalls.Post> post =
        recalls
            .open(detail.substring(AddressPlan.TAKE_BACK.length()), arrival.workspace())
            .filter(p -> isAuthor(arrival, p));
    if (post.isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.NO_RECALL);
    }
    return says(arrival.text())
        ? new End(new Verdict.TakeBack(post.get().of(), post.get().author(), post.get().received()))
        : PipelineStep.refuse(RefusalMessages.SAY_RECALL);
  }

  private static boolean isAuthor(PipelineContext arrival, EchoRecalls.Post post) {
    String person = arrival.writer().person();
    Workspace workspace = arrival.workspace();
    Members members = workspace.members();
    Seat author = members.seats().get(post.author());
    return person != null && author != null && author.person().equals(person);
  }

  /** Quoted lines begin with a mark and never count: the echo itself must not take back. */
  private static boolean says(String text) {
    return text.lines()
        .limit(MAX_LINES)
        .map(VisibleLine::plain)
        .map(line -> line.endsWith(".") || line.endsWith("!") ? cut(line) : line)
        .anyMatch(WORDS::contains);
  }

  private static String cut(String line) {
    return line.substring(0, line.length() - 1);
  }
}
