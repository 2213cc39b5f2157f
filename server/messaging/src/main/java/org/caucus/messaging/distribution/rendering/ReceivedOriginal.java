package org.caucus.messaging.distribution.rendering;

import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.distribution.signing.PostSigner;

/**
 * A letter as it came, and what was made of it for all readers of a post. One in memory for all
 * that is sent of it, on however many connections at once.
 */
public final class ReceivedOriginal {
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

  /** What was made, and when that was done; nothing of one that may not be made. */
  private record Done(Optional<PostSigner.Seal> seal, long since) {}

  private record Made(String entry, long sequence, Future<Done> done) {
    boolean isFor(String wanted, long now) {
      return entry.equals(wanted) && sequence == now && (!done.isComplete() || isFresh());
    }

    private boolean isFresh() {
      return done.succeeded() && System.nanoTime() - done.result().since() < MADE.toNanos();
    }
  }

  /** The octets are left alone from now on. */
  public ReceivedOriginal(byte[] raw) {
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
  private record Cut(String entry, ListPrivacy.Applied privacy) {}

  /** The letter without what is not for the readers of a post; made once. */
  public RawLetter cut(String entry, String domain, ListPrivacy.Applied privacy) {
    return cut.computeIfAbsent(
        new Cut(entry, privacy), c -> RedactedOriginal.cut(letter, entry, domain, privacy));
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
  public Optional<PostSigner.Seal> common(
      String entry, String like, long sequence, Supplier<Optional<PostSigner.Seal>> making) {
    Promise<Done> promise = Promise.promise();
    Made mine = new Made(entry, sequence, promise.future());
    Made here =
        made.compute(
            like, (form, other) -> other != null && other.isFor(entry, sequence) ? other : mine);
    if (here.done() == mine.done()) {
      make(promise, making);
    }
    return here.done().await().seal();
  }

  /** One makes it; all others who want it meanwhile wait for that. */
  private static void make(Promise<Done> promise, Supplier<Optional<PostSigner.Seal>> making) {
    try {
      promise.complete(new Done(making.get(), System.nanoTime()));
    } catch (Exception | Error e) { // anyone who waits must hear of it, whatever it is
      promise.fail(e);
    }
  }

  /** The same for hosts that take seven bits only; empty if the letter may not be made so. */
  public Optional<PostSigner.Seal> sevenBit(
      String entry, String like, long sequence, Supplier<Optional<PostSigner.Seal>> making) {
    return common(entry, "7bit " + like, sequence, making);
  }
}
