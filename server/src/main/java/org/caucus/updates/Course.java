package org.caucus.updates;

import java.time.Instant;
import java.util.List;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.caucus.trie.Row;
import org.caucus.trie.Trie;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What became of an update since it was posted.
 *
 * @param version counts its own changes from 1, so that a stale edit is noticed
 * @param past what it said before each correction, and which stages it left, oldest first
 * @param retraction null while the company stands by it
 * @param read which organisations said that they read it
 * @param questions what was asked under it, by the entry that asks
 * @param stagedAt when it came to its stage
 */
public record Course(
    int version,
    Row<Past> past,
    @Nullable Retraction retraction,
    PMap<String, Acknowledgement> read,
    PMap<String, Question> questions,
    Instant stagedAt) {
  /**
   * A correction or a step, with what stood before it. Who came by a later widening is not shown
   * it: it was said to fewer (rule R5).
   *
   * @param title what stood before
   * @param audience who could read it then
   * @param said when that was said
   * @param note why it was changed; may be empty
   */
  public record Past(
      String title,
      String body,
      Update.Kind kind,
      Update.Stage stage,
      Update.Attribution attribution,
      Audience audience,
      Instant said,
      boolean correction,
      String note,
      SeatId by,
      Instant at) {}

  /** The company no longer stands by it. */
  public record Retraction(String reason, SeatId by, Instant at) {}

  /**
   * An organisation has read it.
   *
   * @param audience who could read the update then
   */
  public record Acknowledgement(String organisation, SeatId by, Instant at, Audience audience) {}

  /**
   * A question to the company.
   *
   * @param entry the entry that asks
   * @param answers the entries by which the company answered, oldest first
   */
  public record Question(String entry, Instant at, List<String> answers) {}

  /** Just posted. */
  static Course begun(Instant at) {
    return new Course(1, Row.empty(), null, Trie.empty(), Trie.empty(), at);
  }

  Course changed(Past before, boolean staged) {
    return new Course(
        version + 1,
        past.plus(before),
        retraction,
        read,
        questions,
        staged ? before.at() : stagedAt);
  }

  Course retracted(Retraction now) {
    return new Course(version + 1, past, now, read, questions, stagedAt);
  }

  Course readBy(Acknowledgement one) {
    return new Course(
        version, past, retraction, read.plus(one.organisation(), one), questions, stagedAt);
  }

  Course asked(Question question) {
    return new Course(
        version, past, retraction, read, questions.plus(question.entry(), question), stagedAt);
  }
}
