package org.caucus.relay.rendering;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.email.NamedAddress;
import org.caucus.email.RawLetter;
import org.caucus.letters.Discretion;
import org.caucus.lists.mail.Privacy;
import org.caucus.relay.signing.Signing;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it came, and what was made of it for all readers of a post. One in memory for all
 * that is sent of it, on however many connections at once.
 */
public final class Came {
  /** How long what was made of it is used: name servers were asked for it. */
  static final Duration MADE = Duration.ofSeconds(1);

  private static final List<String> WHOLE =
      List.of(
          "multipart/signed",
          "multipart/encrypted",
          "application/pkcs7-mime",
          "application/x-pkcs7-mime");

  private final byte[] raw;
  private final RawLetter letter;
  private final Set<String> named;
  private final Map<String, Made> made = new ConcurrentHashMap<>();
  private final Map<Cut, RawLetter> cut = new ConcurrentHashMap<>();

  /**
   * @param seal null for one that may not be made
   */
  private record Made(String entry, long sequence, long since, Signing.@Nullable Seal seal) {
    boolean isFor(String wanted, long now) {
      return entry.equals(wanted) && sequence == now && System.nanoTime() - since < MADE.toNanos();
    }
  }

  /** The octets are left alone from now on. */
  public Came(byte[] raw) {
    this.raw = raw;
    this.letter = RawLetter.of(raw);
    this.named =
        Stream.of("To", "Cc")
            .flatMap(field -> letter.values(field).stream())
            .flatMap(value -> NamedAddress.parseList(value).stream())
            .map(n -> n.address().comparisonForm())
            .collect(Collectors.toSet());
  }

  /** Whether it is signed or encrypted, and one with its attachments. */
  public boolean isWhole() {
    String type = letter.value("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    return WHOLE.stream().anyMatch(type::startsWith);
  }

  /** Its octets. */
  public byte[] raw() {
    return raw;
  }

  /** The letter. */
  public RawLetter letter() {
    return letter;
  }

  /** What is not for the readers of a post. */
  private record Cut(String entry, Privacy.Applied privacy) {}

  /** The letter without what is not for the readers of a post; made once. */
  public RawLetter cut(String entry, String domain, Privacy.Applied privacy) {
    return cut.computeIfAbsent(
        new Cut(entry, privacy), c -> Discretion.cut(letter, entry, domain, privacy));
  }

  /** The addresses in To and Cc, in the form that is compared. */
  public Set<String> named() {
    return named;
  }

  /**
   * What all readers of a post have alike, and its seal. Made anew when the workspace has changed
   * meanwhile, as who reads it is in its header, and after a second.
   *
   * @param entry the post
   * @param like which of its forms, where readers of one language have another than the rest
   * @param sequence up to which the workspace is known
   */
  public Optional<Signing.Seal> common(
      String entry, String like, long sequence, Supplier<Optional<Signing.Seal>> making) {
    Made known = made.get(like);
    if (known == null || !known.isFor(entry, sequence)) {
      known = new Made(entry, sequence, System.nanoTime(), making.get().orElse(null));
      made.put(like, known);
    }
    return Optional.ofNullable(known.seal());
  }

  /** The same for hosts that take seven bits only; empty if the letter may not be made so. */
  public Optional<Signing.Seal> sevenBit(
      String entry, String like, long sequence, Supplier<Optional<Signing.Seal>> making) {
    return common(entry, "7bit " + like, sequence, making);
  }
}
