package org.caucus.messaging.distribution.permalinks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.RandomIds;

/**
 * The name of a letter in links: SHA-256 of its Message-ID, without angle brackets, as an {@link
 * RandomIds#of id}. Anyone who has a letter can make it; from a link nobody learns an identifier.
 */
public final class Permalink {
  private Permalink() {}

  /** What a letter with this Message-ID is called. */
  public static String of(String messageId) {
    try {
      byte[] id = messageId.getBytes(StandardCharsets.UTF_8);
      return RandomIds.of(MessageDigest.getInstance("SHA-256").digest(id));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * What a post is called: by its letter's identifier, else by the one made of its id.
   *
   * @param domain in whose name identifiers are made
   */
  public static String of(Entry entry, String domain) {
    EntryLetter letter = entry.letter();
    String own = letter == null ? null : letter.messageId();
    return of(own == null ? entry.id() + "@" + domain : own);
  }

  /** The page that leads to a post, below the workspace's. */
  public static String page(Entry entry, String domain) {
    return "m/" + of(entry, domain);
  }
}
