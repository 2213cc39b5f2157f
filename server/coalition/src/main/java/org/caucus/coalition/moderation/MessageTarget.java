package org.caucus.coalition.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.caucus.coalition.actions.mail.ActionMailFields;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailFields;
import org.caucus.coalition.updates.mail.UpdateMailFields;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/** Where a letter wants to go, worked out from its address and its threading headers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MessageTarget.NewThread.class, name = "list"),
  @JsonSubTypes.Type(value = MessageTarget.NewIssue.class, name = "tracker"),
  @JsonSubTypes.Type(value = MessageTarget.NewUpdate.class, name = "updates"),
  @JsonSubTypes.Type(value = MessageTarget.NewAction.class, name = "actions"),
  @JsonSubTypes.Type(value = MessageTarget.Answer.class, name = "answer"),
  @JsonSubTypes.Type(value = MessageTarget.Orders.class, name = "orders")
})
public sealed interface MessageTarget {
  /** A new thread on a list. */
  record NewThread(String list) implements MessageTarget {}

  /**
   * A new issue in a tracker.
   *
   * @param asks what else the letter asks of it; null for nothing
   */
  record NewIssue(
      String tracker, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IssueMailFields asks)
      implements MessageTarget {
    /** That asks for nothing else. */
    public NewIssue(String tracker) {
      this(tracker, null);
    }
  }

  /**
   * A company's update.
   *
   * @param asks what else the letter asks of it; null for nothing
   */
  record NewUpdate(
      String company, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UpdateMailFields asks)
      implements MessageTarget {
    /** That asks for nothing else. */
    public NewUpdate(String company) {
      this(company, null);
    }
  }

  /**
   * A new action.
   *
   * @param asks what its letter asks of it; null for nothing
   */
  record NewAction(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActionMailFields asks)
      implements MessageTarget {}

  /**
   * A post on an existing thing.
   *
   * @param answers the entry it answers; null for the thing itself
   * @param asks what else the letter asks of an issue; null for nothing
   * @param change what else it asks of an action; null for nothing
   * @param course what it asks to become of an update; null for nothing
   * @param stamped when a calendar says that it wrote it; null for what no calendar wrote
   */
  record Answer(
      Ref parent,
      @Nullable String answers,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IssueMailFields asks,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ActionMailFields change,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UpdateLifecycleMailFields course,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant stamped)
      implements MessageTarget {
    /** That asks nothing of an update, and that no calendar wrote. */
    public Answer(
        Ref parent,
        @Nullable String answers,
        @Nullable IssueMailFields asks,
        @Nullable ActionMailFields change) {
      this(parent, answers, asks, change, null, null);
    }

    /** That asks nothing of an action. */
    public Answer(Ref parent, @Nullable String answers, @Nullable IssueMailFields asks) {
      this(parent, answers, asks, null);
    }

    /** That asks for nothing else. */
    public Answer(Ref parent, @Nullable String answers) {
      this(parent, answers, null);
    }
  }

  /**
   * Orders, one a line, that are carried out and answered, and stand nowhere.
   *
   * @param list the list whose address they came to; empty for the workspace's
   * @param address where they came to
   * @param sender who sent them; empty if only a ticket says for whom they are
   * @param unproven true if anybody may have sent them, as they ask only for what is told to all;
   *     else null, and not written
   */
  record Orders(
      String list,
      String address,
      String sender,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unproven)
      implements MessageTarget {
    /** From the person they name. */
    public Orders(String list, String address, String sender) {
      this(list, address, sender, null);
    }
  }

  /** The same place, whatever else is asked there. */
  default MessageTarget bare() {
    return switch (this) {
      case NewIssue i -> new NewIssue(i.tracker());
      case Answer i -> new Answer(i.parent(), i.answers());
      case NewThread i -> i;
      case NewUpdate i -> new NewUpdate(i.company());
      case NewAction i -> new NewAction(null);
      case Orders i -> i;
    };
  }
}
