package org.caucus.coalition.entries;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say.
 *
 * @param answers the entry it answers, or null
 * @param audience the narrower audience wished, or null for that of what it answers
 * @param letter the letter it came by; null when written in the browser
 * @param attached files added in the browser
 */
public record Post(
    String text,
    @Nullable String answers,
    @Nullable Audience audience,
    @Nullable EntryLetter letter,
    List<Entry.Attached> attached) {
  /** Most characters of an entry's text; longer letters are kept whole and shown cut. */
  public static final int MAX_TEXT_CHARS = 100_000;

  /** Files an entry has at most. */
  public static final int MAX_FILES = 10;

  /** Bytes that the files of an entry have at most, together. */
  public static final long MAX_FILES_BYTES = 50L * 1024 * 1024;

  /**
   * Bytes that all files of a workspace have at most, as far as the person who sends one more can
   * read them; those of letters aside.
   */
  public static final long MAX_WORKSPACE_BYTES = 10L * 1024 * 1024 * 1024;

  /** A copy that nobody else can change. */
  public Post {
    attached = List.copyOf(attached);
  }

  /** Without files. */
  public Post(
      String text,
      @Nullable String answers,
      @Nullable Audience audience,
      @Nullable EntryLetter letter) {
    this(text, answers, audience, letter, List.of());
  }

  /** The same with these files. */
  public Post with(List<Entry.Attached> files) {
    return new Post(text, answers, audience, letter, files);
  }

  /** The same with other words. */
  public Post saying(String words) {
    return new Post(words, answers, audience, letter, attached);
  }

  /** Written in the browser. */
  public static Post web(String text, @Nullable String answers, @Nullable Audience audience) {
    return new Post(text, answers, audience, null);
  }

  /** How it was said. */
  public Channel via() {
    return letter == null ? Channel.WEB : Channel.MAIL;
  }

  EntryEvent.EntryPosted by(SeatId seat, String id, Ref parent, Audience chosen) {
    return new EntryEvent.EntryPosted(
        id, parent, answers, seat, chosen, text, via(), letter, attached);
  }
}
