package org.caucus.coalition.moderation;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleMessageIds;
import org.caucus.coalition.entries.attachments.ClosedFiles;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.privacy.TicketRedaction;
import org.caucus.mail.message.text.HeaderFields;

/**
 * The letter an entry came by, as one reader may have it. Its author and convenors have the octets
 * as they came, less blind copies (RFC 5322 section 3.6.3) and identifiers of what they may not
 * read (R8). All others have what mail brings them: {@link RedactedOriginal}.
 */
public final class Original {
  private static final List<String> THREADING = List.of("References", "In-Reply-To");

  private final RedactedOriginal.Names names;
  private final String domain;

  /**
   * Originals of this installation.
   *
   * @param domain in whose name identifiers are made
   */
  public Original(RedactedOriginal.Names names, String domain) {
    this.names = names;
    this.domain = domain;
  }

  /**
   * The octets this reader may have. What those of an archive name before them stays: it was read
   * by the person who read them there, and says nothing of what is here.
   */
  public byte[] of(Entry entry, byte[] raw, HeldLetters.Held state, SeatId reader) {
    boolean archived = entry.via() == Channel.ARCHIVE;
    if (RedactedOriginal.seesAll(state, entry, reader)) {
      return archived ? raw : known(RawLetter.of(raw), state, reader).toBytes();
    }
    RawLetter came = RawLetter.of(raw).without("Bcc", "Resent-Bcc");
    ListPrivacy.Applied privacy = of(entry, state, reader);
    RawLetter letter = RedactedOriginal.cut(came, entry.id(), domain, privacy);
    if (privacy.hides()) {
      letter =
          RedactedOriginal.named(
              letter,
              entry,
              domain,
              names.author(state, entry, came),
              names.shown(state, entry, came));
    }
    return (archived && !privacy.hides() ? letter : known(letter, state, reader)).toBytes();
  }

  private static ListPrivacy.Applied of(Entry entry, HeldLetters.Held state, SeatId reader) {
    ListPrivacy.Applied privacy = RedactedOriginal.of(state, entry);
    return RedactedOriginal.isOfCompany(state, reader) ? privacy : privacy.open();
  }

  /** Refuses a file of the letter to this reader if nothing can be taken out of it. */
  void check(
      Entry entry, Entry.Attached file, byte[] octets, HeldLetters.Held state, SeatId reader) {
    if (!RedactedOriginal.seesAll(state, entry, reader) && of(entry, state, reader).closes()) {
      ClosedFiles.refuseOfLetter(file, octets);
    }
  }

  /** How its copies by mail differ from it, as the API's {@code LetterCopy}. */
  public JsonObject copy(Entry entry, byte[] raw, HeldLetters.Held state, SeatId reader) {
    return LetterCopy.of(state, entry, RawLetter.of(raw), domain)
        .show(RedactedOriginal.seesAll(state, entry, reader));
  }

  /** The letter of which this reader may see the pictures and the page: without others' tickets. */
  public byte[] parts(Entry entry, byte[] raw, HeldLetters.Held state, SeatId reader) {
    if (RedactedOriginal.seesAll(state, entry, reader)) {
      return raw;
    }
    RawLetter letter = TicketRedaction.cut(RawLetter.of(raw), domain);
    ListPrivacy.Applied privacy = of(entry, state, reader);
    return (privacy.bares() ? RedactedOriginal.bare(letter, privacy) : letter).toBytes();
  }

  /** A file that was sent with it in the browser, as this reader may have it. */
  byte[] file(
      Entry entry, Entry.Attached file, byte[] octets, HeldLetters.Held state, SeatId reader) {
    return SentFile.of(entry, file, octets, state, reader, domain);
  }

  private RawLetter known(RawLetter raw, HeldLetters.Held state, SeatId reader) {
    RawLetter letter = raw.without("Bcc", "Resent-Bcc");
    for (String field : THREADING) {
      letter = onlyKnown(letter, field, state, reader);
    }
    return letter;
  }

  private RawLetter onlyKnown(
      RawLetter letter, String field, HeldLetters.Held state, SeatId reader) {
    List<String> ids = HeaderFields.ids(letter.values(field));
    List<String> known = new ArrayList<>();
    for (String id : ids) {
      new VisibleMessageIds(state, reader)
          .entry(id)
          .map(entry -> shown(entry, id, state, reader))
          .or(() -> Optional.of(id).filter(new VisibleMessageIds(state, reader)::knows))
          .ifPresent(known::add);
    }
    if (known.equals(ids)) {
      return letter;
    }
    return known.isEmpty() ? letter.without(field) : letter.with(Header.ids(field, known));
  }

  private String shown(Entry entry, String id, HeldLetters.Held state, SeatId reader) {
    return RedactedOriginal.isHidden(state, entry, reader) ? entry.id() + "@" + domain : id;
  }
}
