package org.caucus.operator.migration.lists.jobs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.SeatId;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.operator.migration.lists.ImportOutcome;

/**
 * One archive that is brought in, or was.
 *
 * @param by the convenor who asked for it: to all others it is not there
 * @param upload what is read; gone when it is done
 * @param quoting how an mbox quotes
 * @param trashed whether what somebody had thrown away comes in, too
 * @param tries how often it was begun: more than once where a server stopped
 */
record ImportJob(
    String id,
    SeatId by,
    String list,
    Audience audience,
    String upload,
    String name,
    LetterArchive.Kind quoting,
    boolean trashed,
    Instant asked,
    int tries,
    Course course) {
  /** Where it stands. */
  enum State {
    /** Asked for; others come first. */
    WAITING,
    /** Under way. */
    RUNNING,
    /**
     * The process ended in the middle of it, or had no memory for it: it is not begun again by
     * itself, but when the operator says so.
     */
    HELD,
    /** Every letter has its end. */
    DONE,
    /** It cannot go on, and says why. What was brought in before stays. */
    FAILED
  }

  /** What is being done with the letters. */
  enum Step {
    /** Their headers are read, for threads. */
    READING,
    /** They are stored and posted. */
    BRINGING,
    /** What is stored is held against the archive. */
    COMPARING
  }

  /**
   * How far it is.
   *
   * @param letters with which this step is done
   * @param all letters of the archive; 0 while that is not known
   * @param threads that were begun
   * @param why it failed; empty if it did not
   */
  record Course(
      State state,
      Step step,
      int letters,
      int all,
      Map<ImportOutcome.What, Integer> ends,
      int threads,
      String why) {
    static final Course WAITING = new Course(State.WAITING, Step.READING, 0, 0, Map.of(), 0, "");

    Course {
      ends = Map.copyOf(ends);
    }

    Course at(Step now, int done, int of) {
      return new Course(State.RUNNING, now, done, of, ends, threads, "");
    }

    /** Not begun again before somebody says so. */
    Course held(String reason) {
      return new Course(State.HELD, step, letters, all, ends, threads, reason);
    }

    /** As one that was asked for a moment ago. */
    Course waiting() {
      return new Course(State.WAITING, step, letters, all, ends, threads, "");
    }

    /** With what became of the letters so far. */
    Course came(Map<ImportOutcome.What, Integer> how) {
      return new Course(state, step, letters, all, how, threads, why);
    }

    Course failed(String reason) {
      return new Course(State.FAILED, step, letters, all, ends, threads, reason);
    }
  }

  ImportJob with(Course now) {
    return new ImportJob(id, by, list, audience, upload, name, quoting, trashed, asked, tries, now);
  }

  ImportJob again() {
    Course now = Course.WAITING.at(Step.READING, 0, 0);
    return new ImportJob(
        id, by, list, audience, upload, name, quoting, trashed, asked, tries + 1, now);
  }

  /** The same, of an archive that is called so. */
  ImportJob of(String archive) {
    return new ImportJob(
        id, by, list, audience, upload, archive, quoting, trashed, asked, tries, course);
  }

  /** Whether both ask for the same. */
  boolean asksLike(ImportJob other) {
    return list.equals(other.list)
        && audience.equals(other.audience)
        && upload.equals(other.upload)
        && quoting == other.quoting
        && trashed == other.trashed;
  }

  boolean isOver() {
    return course.state() == State.DONE || course.state() == State.FAILED;
  }

  /** As the API shows it. */
  JsonObject show() {
    JsonObject ends = new JsonObject();
    for (ImportOutcome.What what : ImportOutcome.What.values()) {
      int letters = course.ends().getOrDefault(what, 0);
      if (letters > 0 || what != ImportOutcome.What.NOT_BROUGHT) {
        ends.put(what.name(), letters);
      }
    }
    JsonObject shown =
        new JsonObject()
            .put("id", id)
            .put("list", list)
            .put("audience", audience.wire())
            .put("name", name)
            .put("asked", asked.toString())
            .put("tries", tries)
            .put("state", course.state().name())
            .put("step", course.step().name())
            .put("letters", course.letters())
            .put("all", course.all())
            .put("ends", ends)
            .put("threads", course.threads());
    return course.why().isEmpty() ? shown : shown.put("why", course.why());
  }

  byte[] write() {
    return show()
        .put("by", by.value())
        .put("upload", upload)
        .put("quoting", quoting.name())
        .put("trashed", trashed)
        .toBuffer()
        .getBytes();
  }

  static ImportJob read(byte[] plain) {
    JsonObject read = new JsonObject(Buffer.buffer(plain));
    Map<ImportOutcome.What, Integer> ends = new EnumMap<>(ImportOutcome.What.class);
    read.getJsonObject("ends")
        .forEach(e -> ends.put(ImportOutcome.What.valueOf(e.getKey()), (Integer) e.getValue()));
    return new ImportJob(
        read.getString("id"),
        new SeatId(read.getString("by")),
        read.getString("list"),
        Audience.parse(read.getString("audience")),
        read.getString("upload"),
        read.getString("name"),
        LetterArchive.Kind.valueOf(read.getString("quoting")),
        read.getBoolean("trashed", false),
        Instant.parse(read.getString("asked")),
        read.getInteger("tries"),
        new Course(
            State.valueOf(read.getString("state")),
            Step.valueOf(read.getString("step")),
            read.getInteger("letters"),
            read.getInteger("all"),
            ends,
            read.getInteger("threads"),
            read.getString("why", "")));
  }
}
