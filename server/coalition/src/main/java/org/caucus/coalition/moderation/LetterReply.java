package org.caucus.coalition.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.mail.ActionMailFields;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.mailcommands.replies.ReactionReply;
import org.caucus.coalition.mailcommands.replies.ReplyCommand;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailFields;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A post on an existing thing.
 *
 * @param answers the entry it answers; null for the thing itself
 * @param asks what else the letter asks of an issue; null for nothing
 * @param change what else it asks of an action; null for nothing
 * @param course what it asks to become of an update; null for nothing
 * @param stamped when a calendar says that it wrote it; null for what no calendar wrote
 */
public record LetterReply(
    Ref parent,
    @Nullable String answers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IssueMailFields asks,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActionMailFields change,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UpdateLifecycleMailFields course,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant stamped)
    implements MessageTarget {
  /** That asks nothing of an update, and that no calendar wrote. */
  public LetterReply(
      Ref parent,
      @Nullable String answers,
      @Nullable IssueMailFields asks,
      @Nullable ActionMailFields change) {
    this(parent, answers, asks, change, null, null);
  }

  /** That asks nothing of an action. */
  public LetterReply(Ref parent, @Nullable String answers, @Nullable IssueMailFields asks) {
    this(parent, answers, asks, null);
  }

  /** That asks for nothing else. */
  public LetterReply(Ref parent, @Nullable String answers) {
    this(parent, answers, null);
  }

  /**
   * What its author reacts with by these words; empty if they are posted, as are a file, words for
   * fewer readers, and what was written in the browser or by somebody without a seat.
   *
   * @param letter by which they came; null for words from the browser
   * @param said whom their author named as readers; null if they named nobody
   */
  public Optional<Reaction> reaction(
      String text, @Nullable EntryLetter letter, @Nullable Audience said) {
    return letter != null && letter.from() == null && letter.attachments().isEmpty() && said == null
        ? ReactionReply.of(parent, answers, text)
        : Optional.empty();
  }

  /**
   * Whether its author leaves the conversation that it answers, by one word: on the page that is a
   * button. With a file it is a message.
   *
   * @param letter by which the words came; null for words from the browser
   */
  public boolean leaves(Lists.Held now, String text, @Nullable EntryLetter letter) {
    return letter != null
        && letter.from() == null
        && letter.attachments().isEmpty()
        && parent.kind() == Ref.Kind.THREAD
        && now.lists().thread(parent.id()).filter(Thread::isConversation).isPresent()
        && ReplyCommand.isLeaving(text);
  }

  /** The same where what it answers is now. */
  LetterReply under(Ref thing) {
    return new LetterReply(thing, answers, asks, change, course, stamped);
  }

  @Override
  public MessageTarget bare() {
    return new LetterReply(parent, answers);
  }
}
