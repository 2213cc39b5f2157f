package org.caucus.coalition.capability;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the letter an entry came by.
 *
 * @param blob where its raw bytes are
 * @param messageId its Message-ID without angle brackets; null if it had none
 * @param from its author as the letter says, when not a seat's own: a held letter a convenor let in
 * @param damaged its MIME structure was broken; the text is what could be read
 */
public record EntryLetter(
    String blob,
    @Nullable String messageId,
    @Nullable String from,
    boolean damaged,
    List<Attachment> attachments) {
  /** A copy that nobody else can change. */
  public EntryLetter {
    attachments = List.copyOf(attachments);
  }

  /**
   * Who wrote it, as it says, by name or else by address; empty where its author has the seat that
   * it is posted by.
   */
  public Optional<String> stranger() {
    return Optional.ofNullable(from).map(EntryLetter::named).filter(name -> !name.isEmpty());
  }

  /**
   * The name of somebody who is written with an address behind it; the address if there is none.
   */
  public static String named(String author) {
    return author.indexOf('<') > 0 ? author.substring(0, author.indexOf('<')).strip() : author;
  }

  /** The address behind a name; all of it if no name stands before it. */
  public static String addressOf(String author) {
    int open = author.lastIndexOf('<');
    return open >= 0 && author.endsWith(">")
        ? author.substring(open + 1, author.length() - 1)
        : author;
  }

  /** Whether it has files that are no picture; most pictures belong to a signature. */
  public boolean bringsFiles() {
    return attachments.stream().anyMatch(file -> !file.type().startsWith("image/"));
  }

  /** The same without its files. */
  public EntryLetter without() {
    return new EntryLetter(blob, messageId, from, damaged, List.of());
  }

  /** The same, by somebody who has no seat. */
  public EntryLetter from(String author) {
    return new EntryLetter(blob, messageId, author, damaged, attachments);
  }

  /**
   * One attachment as found in the letter.
   *
   * @param index its place among the letter's attachments, from 0
   * @param size decoded, in bytes
   */
  public record Attachment(int index, String name, String type, long size) {}
}
