package org.caucus.coalition.updates;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.RevisionCounter;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What became of an update since it was posted.
 *
 * @param versions counts its own changes, so that a stale edit is noticed
 * @param past what it said before each correction, and which stages it left, oldest first
 * @param retraction null while the company stands by it
 * @param read which organisations said that they read it
 * @param questions what was asked under it, by the entry that asks
 */
public record UpdateLifecycle(
    RevisionCounter versions,
    PersistentVector<Past> past,
    @Nullable Retraction retraction,
    PMap<String, Acknowledgement> read,
    PMap<String, Question> questions) {
  /**
   * A correction or a step, with what stood before it. Who came by a later widening is not shown
   * it: it was said to fewer (rule R5).
   *
   * @param title what stood before
   * @param audience who could read it then
   * @param said when that was said
   * @param storedNote why it was changed; may be empty
   */
  public record Past(
      String title,
      StoredText storedBody,
      Update.Kind kind,
      Update.Stage stage,
      Update.Attribution attribution,
      UpdateReferences particulars,
      Audience audience,
      Instant said,
      boolean correction,
      StoredText storedNote,
      SeatId by,
      Instant at) {
    Past readBy(Audience to) {
      return new Past(
          title,
          storedBody,
          kind,
          stage,
          attribution,
          particulars,
          to,
          said,
          correction,
          storedNote,
          by,
          at);
    }

    /** What it says. */
    public String body() {
      return storedBody.toString();
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /** The company no longer stands by it. */
  public record Retraction(StoredText storedReason, SeatId by, Instant at) {
    /** Why. */
    public String reason() {
      return storedReason.toString();
    }
  }

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
  static UpdateLifecycle begun(Audience audience, Instant at) {
    return new UpdateLifecycle(
        RevisionCounter.begun(audience, at),
        PersistentVector.empty(),
        null,
        PersistentMap.empty(),
        PersistentMap.empty());
  }

  UpdateLifecycle changed(Past before) {
    return new UpdateLifecycle(
        versions.changed(before.at()), past.plus(before), retraction, read, questions);
  }

  UpdateLifecycle retracted(Retraction now) {
    return new UpdateLifecycle(versions.changed(now.at()), past, now, read, questions);
  }

  UpdateLifecycle readBy(Acknowledgement one) {
    return new UpdateLifecycle(
        versions, past, retraction, read.plus(one.organisation(), one), questions);
  }

  UpdateLifecycle asked(Question question) {
    return new UpdateLifecycle(
        versions, past, retraction, read, questions.plus(question.entry(), question));
  }

  UpdateLifecycle widened(Audience to, Instant at) {
    return new UpdateLifecycle(versions.widened(to, at), past, retraction, read, questions);
  }

  /** What was said of it at any time is read by fewer, so that no later widening opens it again. */
  UpdateLifecycle narrowed(UnaryOperator<Audience> narrower) {
    PersistentVector<Past> fewer = PersistentVector.empty();
    for (Past one : past) {
      fewer = fewer.plus(one.readBy(narrower.apply(one.audience())));
    }
    PMap<String, Acknowledgement> words = read;
    for (Acknowledgement a : read.values()) {
      words =
          words.plus(
              a.organisation(),
              new Acknowledgement(a.organisation(), a.by(), a.at(), narrower.apply(a.audience())));
    }
    return new UpdateLifecycle(versions.narrowed(narrower), fewer, retraction, words, questions);
  }
}
