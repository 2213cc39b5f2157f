package org.caucus.coalition.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.platform.json.PlainJson;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * What an action is, beside its title and time.
 *
 * @param allDay its time is whole days in its zone; its end is the midnight after the last one
 * @param organisations slugs of those that are to take part
 * @param storedLink where a call is held; an http or https address, or empty
 * @param storedAgenda what is to be gone through; may be empty
 * @param storedChannel by which a submission goes to its agency, such as a portal or a desk
 * @param storedReceipt what the agency gave for it, such as a reference number
 * @param replyDue the day by which the agency is to answer
 * @param replies what the agency answered
 * @param reminders when those who take part are reminded
 * @param links what it has to do with: a link is shown to who can read both ends
 */
public record ActionDetails(
    boolean allDay,
    List<String> organisations,
    List<Strategy> strategies,
    @JsonProperty("link") StoredText storedLink,
    @JsonProperty("agenda") StoredText storedAgenda,
    @JsonProperty("channel") StoredText storedChannel,
    @JsonProperty("receipt") StoredText storedReceipt,
    @Nullable LocalDate replyDue,
    List<Reply> replies,
    List<Reminder> reminders,
    List<Ref> links) {
  private static final ActionDetails NONE =
      new ActionDetails(
          false, List.of(), List.of(), "", "", "", "", null, List.of(), List.of(), List.of());

  /** A copy that nobody else can change. */
  public ActionDetails {
    organisations = List.copyOf(organisations);
    strategies = List.copyOf(strategies);
    replies = List.copyOf(replies);
    reminders = List.copyOf(reminders);
    links = List.copyOf(links);
  }

  /** Nothing said. */
  public static ActionDetails none() {
    return NONE;
  }

  ActionDetails linked(List<Ref> others) {
    return new ActionDetails(
        allDay,
        organisations,
        strategies,
        storedLink,
        storedAgenda,
        storedChannel,
        storedReceipt,
        replyDue,
        replies,
        reminders,
        others);
  }

  /** With one more answer of the agency. */
  public ActionDetails replied(Reply reply) {
    List<Reply> all = Stream.concat(replies.stream(), Stream.of(reply)).toList();
    return with(replyDue, all);
  }

  /** With another day by which the agency is to answer. */
  public ActionDetails due(@Nullable LocalDate day) {
    return with(day, replies);
  }

  /**
   * With other times, as whole days or not, and another link; an empty one leaves that there is.
   */
  public ActionDetails held(boolean wholeDays, String at) {
    return new ActionDetails(
        wholeDays,
        organisations,
        strategies,
        at.isEmpty() ? storedLink : StoredText.of(at),
        storedAgenda,
        storedChannel,
        storedReceipt,
        replyDue,
        replies,
        reminders,
        links);
  }

  /** With these besides; what is empty leaves what there is, and links are added. */
  public ActionDetails also(
      String points, String given, @Nullable LocalDate day, List<Ref> others) {
    return new ActionDetails(
        allDay,
        organisations,
        strategies,
        storedLink,
        points.isEmpty() ? storedAgenda : StoredText.of(points),
        storedChannel,
        given.isEmpty() ? storedReceipt : StoredText.of(given),
        day == null ? replyDue : day,
        replies,
        reminders,
        Stream.concat(links.stream(), others.stream()).distinct().toList());
  }

  private ActionDetails with(@Nullable LocalDate day, List<Reply> answers) {
    return new ActionDetails(
        allDay,
        organisations,
        strategies,
        storedLink,
        storedAgenda,
        storedChannel,
        storedReceipt,
        day,
        answers,
        reminders,
        links);
  }

  /** The day by which an answer is still awaited; empty if none is. */
  public Optional<LocalDate> awaited() {
    boolean answered = !replies.isEmpty() && !replies.getLast().awaitsMore();
    return answered ? Optional.empty() : Optional.ofNullable(replyDue);
  }

  /**
   * What an agency answered to a submission.
   *
   * @param on the day it came
   * @param more whether it only says that an answer is to come; null as in older logs for no
   */
  @PlainJson
  public record Reply(
      LocalDate on,
      @JsonProperty("text") StoredText storedText,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean more) {
    /** One that is the answer. */
    public Reply(LocalDate on, String text) {
      this(on, text, null);
    }

    /** Whether the answer is still to come. */
    public boolean awaitsMore() {
      return Boolean.TRUE.equals(more);
    }

    /** With these words. */
    public Reply(LocalDate on, String text, @Nullable Boolean more) {
      this(on, StoredText.of(text), more);
    }

    /** The words. */
    public String text() {
      return storedText.toString();
    }
  }

  /** With these words. */
  public ActionDetails(
      boolean allDay,
      List<String> organisations,
      List<Strategy> strategies,
      String link,
      String agenda,
      String channel,
      String receipt,
      @Nullable LocalDate replyDue,
      List<Reply> replies,
      List<Reminder> reminders,
      List<Ref> links) {
    this(
        allDay,
        organisations,
        strategies,
        StoredText.of(link),
        StoredText.of(agenda),
        StoredText.of(channel),
        StoredText.of(receipt),
        replyDue,
        replies,
        reminders,
        links);
  }

  /** Where a call is held. */
  public String link() {
    return storedLink.toString();
  }

  /** What is to be gone through. */
  public String agenda() {
    return storedAgenda.toString();
  }

  /** By which way it goes. */
  public String channel() {
    return storedChannel.toString();
  }

  /** What the agency gave for it. */
  public String receipt() {
    return storedReceipt.toString();
  }
}
