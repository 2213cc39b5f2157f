package org.caucus.letters;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.caucus.command.Ref;
import org.jspecify.annotations.Nullable;

/** Where a letter wants to go, worked out from its address and its threading headers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "to")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Intent.NewThread.class, name = "list"),
  @JsonSubTypes.Type(value = Intent.NewIssue.class, name = "tracker"),
  @JsonSubTypes.Type(value = Intent.NewUpdate.class, name = "updates"),
  @JsonSubTypes.Type(value = Intent.Answer.class, name = "answer"),
  @JsonSubTypes.Type(value = Intent.Orders.class, name = "orders")
})
public sealed interface Intent {
  /** A new thread on a list. */
  record NewThread(String list) implements Intent {}

  /** A new issue in a tracker. */
  record NewIssue(String tracker) implements Intent {}

  /** A company's update. */
  record NewUpdate(String company) implements Intent {}

  /**
   * A post on an existing thing.
   *
   * @param answers the entry it answers; null for the thing itself
   */
  record Answer(Ref parent, @Nullable String answers) implements Intent {}

  /**
   * Orders, one a line, that are carried out and answered, and stand nowhere.
   *
   * @param list the list whose address they came to; empty for the workspace's
   * @param address where they came to
   * @param sender who sent them; empty if only a ticket says for whom they are
   */
  record Orders(String list, String address, String sender) implements Intent {}
}
