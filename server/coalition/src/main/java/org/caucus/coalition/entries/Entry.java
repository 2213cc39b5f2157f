package org.caucus.coalition.entries;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * One post.
 *
 * @param parent the thread, issue, update or action it hangs on
 * @param answers the entry it answers; null for what starts or comments
 * @param attached the files its author added in the browser, or those of a letter that does not
 *     come along; else those of a letter are the letter's
 * @param form whether it stands as it was posted
 */
public record Entry(
    String id,
    Ref parent,
    @Nullable String answers,
    SeatId seat,
    Instant at,
    Audience audience,
    StoredText words,
    Channel via,
    @Nullable EntryLetter letter,
    List<Attached> attached,
    Form form) {
  /** What became of its words. */
  public enum Form {
    /** They stand as they were posted. */
    POSTED,
    /** Its author changed them. */
    EDITED,
    /** They are shown to nobody any more. */
    DELETED
  }

  /** A copy that nobody else can change. */
  public Entry {
    attached = List.copyOf(attached);
  }

  /** As it was posted. */
  public Entry(
      String id,
      Ref parent,
      @Nullable String answers,
      SeatId seat,
      Instant at,
      Audience audience,
      StoredText words,
      Channel via,
      @Nullable EntryLetter letter,
      List<Attached> attached) {
    this(id, parent, answers, seat, at, audience, words, via, letter, attached, Form.POSTED);
  }

  /** Whether it is deleted: a mark stands in its place. */
  public boolean isDeleted() {
    return form == Form.DELETED;
  }

  /** Whether the letter that it came by says what it says. */
  public boolean isAsPosted() {
    return form == Form.POSTED;
  }

  /** What was said. */
  public String text() {
    return words.toString();
  }

  /**
   * A file that hangs on an entry, and is read by the person who reads that.
   *
   * @param blob where its bytes are, in pieces of {@link
   *     org.caucus.platform.eventlog.Blobs#CHUNK_BYTES}
   * @param type what its first bytes say it is, whatever was claimed; of a letter's, as declared
   * @param size in bytes
   * @param part which of the files of the letter that the blob is, from 1; 0, and not written, for
   *     all of the blob
   * @param width of a picture that pages show, in points; 0, and not written, of all others
   * @param height of the same
   */
  public record Attached(
      String blob,
      String name,
      String type,
      long size,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int part,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int width,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int height) {
    /** All of the blob. */
    public Attached(String blob, String name, String type, long size) {
      this(blob, name, type, size, 0);
    }

    /** A file that pages do not show as a picture. */
    public Attached(String blob, String name, String type, long size, int part) {
      this(blob, name, type, size, part, 0, 0);
    }

    /** The same as a picture of this width and height. */
    public Attached sized(int wide, int high) {
      return new Attached(blob, name, type, size, part, wide, high);
    }

    /** The files of a letter, for what is made of it without its words. */
    public static List<Attached> of(EntryLetter letter) {
      return letter.attachments().stream()
          .map(a -> new Attached(letter.blob(), a.name(), a.type(), a.size(), a.index() + 1))
          .toList();
    }

    /** What no other file is called: its blob, and its place there if it is not all of it. */
    public String key() {
      return isOfLetter() ? blob + "/" + part : blob;
    }

    /** Whether it came with a letter, and lies there. */
    @JsonIgnore
    public boolean isOfLetter() {
      return part > 0;
    }
  }

  /** The same for other readers. */
  public Entry readBy(Audience to) {
    return new Entry(id, parent, answers, seat, at, to, words, via, letter, attached, form);
  }

  /** The same on another thing. */
  public Entry under(Ref to) {
    return new Entry(id, to, answers, seat, at, audience, words, via, letter, attached, form);
  }

  /** The same in other words. */
  public Entry edited(StoredText to) {
    return new Entry(
        id, parent, answers, seat, at, audience, to, via, letter, attached, Form.EDITED);
  }

  /** The same without words and files. What answers it still finds it by its Message-ID. */
  public Entry deleted() {
    EntryLetter known = letter == null ? null : letter.without();
    return new Entry(
        id,
        parent,
        answers,
        seat,
        at,
        audience,
        StoredText.of(""),
        via,
        known,
        List.of(),
        Form.DELETED);
  }
}
