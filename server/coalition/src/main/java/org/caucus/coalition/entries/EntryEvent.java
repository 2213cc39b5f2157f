package org.caucus.coalition.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredNames;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen to entries. */
public sealed interface EntryEvent extends Event {
  /** The entry's. */
  String id();

  /** Whom it is for. */
  Audience audience();

  /** What was said. */
  StoredText words();

  /**
   * Somebody said something.
   *
   * @param attached files added in the browser; not written if there are none
   */
  record EntryPosted(
      String id,
      Ref parent,
      @Nullable String answers,
      SeatId seat,
      Audience audience,
      @JsonProperty("text") StoredText words,
      Channel via,
      @Nullable EntryLetter letter,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry.Attached> attached)
      implements EntryEvent {
    @Override
    public SeatId author() {
      return seat;
    }

    /** Its files: those of its letter too. */
    public Stream<Entry.Attached> files() {
      return Stream.concat(
          attached.stream(), letter == null ? Stream.of() : Entry.Attached.of(letter).stream());
    }

    /** A copy that nobody else can change; older logs say nothing of files. */
    public EntryPosted {
      attached = List.copyOf(Objects.requireNonNullElse(attached, List.of()));
    }

    /** With this text. */
    public EntryPosted(
        String id,
        Ref parent,
        @Nullable String answers,
        SeatId seat,
        Audience audience,
        String text,
        Channel via,
        @Nullable EntryLetter letter,
        List<Entry.Attached> attached) {
      this(id, parent, answers, seat, audience, StoredText.of(text), via, letter, attached);
    }

    /** Without files. */
    public EntryPosted(
        String id,
        Ref parent,
        @Nullable String answers,
        SeatId seat,
        Audience audience,
        String text,
        Channel via,
        @Nullable EntryLetter letter) {
      this(id, parent, answers, seat, audience, text, via, letter, List.of());
    }

    /** What was said. */
    public String text() {
      return words.toString();
    }
  }

  /**
   * Somebody said it before, on a list elsewhere; it was brought in with that list's archive.
   *
   * @param answers the entry it answers, be it that it comes later in the log; null for none
   * @param seat the convenor who brought it in; its author is named by the letter
   * @param at when it was said
   * @param led identifiers of what led to it, the nearest last, whether those are here or not
   * @param line what stood before it in an mbox; null if it came otherwise
   */
  record EntryImported(
      String id,
      Ref parent,
      @Nullable String answers,
      SeatId seat,
      Audience audience,
      Instant at,
      @JsonProperty("text") StoredText words,
      EntryLetter letter,
      @JsonProperty("leads") StoredNames led,
      @Nullable String line)
      implements EntryEvent {
    /** With this text. */
    public EntryImported(
        String id,
        Ref parent,
        @Nullable String answers,
        SeatId seat,
        Audience audience,
        Instant at,
        String text,
        EntryLetter letter,
        List<String> leads,
        @Nullable String line) {
      this(
          id,
          parent,
          answers,
          seat,
          audience,
          at,
          StoredText.of(text),
          letter,
          StoredNames.of(leads),
          line);
    }

    /** Identifiers of what led to it, the nearest last. */
    public List<String> leads() {
      return led.toList();
    }

    /** What was said. */
    public String text() {
      return words.toString();
    }
  }
}
