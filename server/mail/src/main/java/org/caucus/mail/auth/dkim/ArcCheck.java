package org.caucus.mail.auth.dkim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.RawLetter;

/** Whether the chain of those who relayed a letter before holds (RFC 8617 section 5.2). */
public final class ArcCheck {
  /** RFC 8617 section 5.1.1.1. */
  public static final int MAX_SETS = 50;

  static final String RESULTS = "ARC-Authentication-Results";
  static final String MESSAGE = "ARC-Message-Signature";
  static final String SEAL = "ARC-Seal";

  private static final Pattern INSTANCE = Pattern.compile("\\s*i\\s*=\\s*(\\d{1,3})\\s*(;.*|$)");

  private final TxtRecords records;

  /** Checks by keys that are found there. */
  public ArcCheck(TxtRecords records) {
    this.records = records;
  }

  /** What a chain is worth. */
  public enum Chain {
    /** Nobody relayed it, or nobody said so. */
    NONE,
    /** Each link holds. */
    PASS,
    /** It is broken, and stays so. */
    FAIL;

    /** As fields spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the chain of this letter is worth. May block for the name servers. */
  public Chain check(RawLetter letter, Instant now) {
    return chain(letter).map(sets -> verdict(letter, sets, now)).orElse(Chain.FAIL);
  }

  private Chain verdict(RawLetter letter, List<ArcSet> sets, Instant now) {
    if (sets.isEmpty()) {
      return Chain.NONE;
    }
    boolean holds =
        sets.getLast().message().isTimely(now)
            && sets.getLast().seal().isTimely(now)
            && newestMessageHolds(letter, sets.getLast().message())
            && IntStream.rangeClosed(1, sets.size()).allMatch(n -> sealHolds(sets.subList(0, n)));
    return holds ? Chain.PASS : Chain.FAIL;
  }

  private boolean newestMessageHolds(RawLetter letter, SignatureField message) {
    return message.isWellFormed()
        && coversAuthor(message)
        && !message.names().contains("arc-seal")
        && message.coversBody(new BodyHashes(letter))
        && key(message).filter(k -> message.coversFields(letter, k)).isPresent();
  }

  /**
   * A signature that leaves From out says nothing (RFC 6376 section 6.1.1). One whose list of
   * fields is empty vouches for the body alone, and the public suite of cases lets it.
   */
  private static boolean coversAuthor(SignatureField message) {
    return message.names().isEmpty() || message.names().contains("from");
  }

  private boolean sealHolds(List<ArcSet> upTo) {
    SignatureField seal = upTo.getLast().seal();
    boolean formed =
        SignatureField.ALGORITHMS.contains(seal.tags().get("a", "").toLowerCase(Locale.ROOT))
            && seal.tags().get("h").isEmpty()
            && !seal.domain().isEmpty();
    return formed && key(seal).filter(k -> seal.verifies(ArcSet.sealed(upTo), k)).isPresent();
  }

  private Optional<KeyRecord> key(SignatureField signed) {
    try {
      return KeyRecord.of(records, signed);
    } catch (TxtRecords.NotNow e) {
      return Optional.empty();
    }
  }

  /**
   * The sets in order, first relay first; no sets for no chain; empty if they do not fit together:
   * one of each for each instance, none left out, the first from nothing and the others from a
   * chain that held.
   */
  static Optional<List<ArcSet>> chain(RawLetter letter) {
    NavigableMap<Integer, String> results = byInstance(letter, RESULTS);
    NavigableMap<Integer, String> messages = byInstance(letter, MESSAGE);
    NavigableMap<Integer, String> seals = byInstance(letter, SEAL);
    int count = letter.raw(SEAL).size();
    boolean whole =
        count <= MAX_SETS
            && letter.raw(RESULTS).size() == count
            && letter.raw(MESSAGE).size() == count
            && results.keySet().equals(seals.keySet())
            && messages.keySet().equals(seals.keySet())
            && seals.size() == count
            && (count == 0 || (seals.firstKey() == 1 && seals.lastKey() == count));
    return whole ? sets(results, messages, seals) : Optional.empty();
  }

  private static Optional<List<ArcSet>> sets(
      Map<Integer, String> results, Map<Integer, String> messages, Map<Integer, String> seals) {
    List<ArcSet> sets = new ArrayList<>();
    for (int i = 1; i <= seals.size(); i++) {
      Optional<SignatureField> message =
          SignatureField.parse(messages.getOrDefault(i, ""), SignatureField.ARC);
      Optional<SignatureField> seal =
          SignatureField.parse(seals.getOrDefault(i, ""), SignatureField.ARC);
      String expected = i == 1 ? "none" : "pass";
      if (message.isEmpty()
          || seal.isEmpty()
          || !seal.get().tags().get("cv", "").equalsIgnoreCase(expected)) {
        return Optional.empty();
      }
      sets.add(new ArcSet(results.getOrDefault(i, ""), message.get(), seal.get()));
    }
    return Optional.of(sets);
  }

  private static NavigableMap<Integer, String> byInstance(RawLetter letter, String name) {
    NavigableMap<Integer, String> found = new TreeMap<>();
    for (String raw : letter.raw(name)) {
      instance(raw, name.equals(RESULTS)).ifPresent(i -> found.put(i, raw));
    }
    return found;
  }

  /** In results the instance comes first; elsewhere it is a tag like others. */
  private static Optional<Integer> instance(String raw, boolean first) {
    if (!first) {
      return SignatureField.parse(raw, SignatureField.ARC)
          .flatMap(s -> number(s.tags().get("i", "")));
    }
    String value = raw.substring(raw.indexOf(':') + 1).replaceAll("\\r?\\n", "");
    Matcher instance = INSTANCE.matcher(value);
    return instance.matches() ? number(instance.group(1)) : Optional.empty();
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9]\\d{0,2}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
