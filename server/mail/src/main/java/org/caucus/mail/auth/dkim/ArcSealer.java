package org.caucus.mail.auth.dkim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;

/**
 * Seals a letter that is relayed (RFC 8617 section 5.1): what was known of it when it came, before
 * a list changed it. The seal is the last thing that is done to it.
 */
public final class ArcSealer {
  /** What a relay vouches for. */
  private static final List<String> SHARED =
      List.of(
          "from",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "references",
          "reply-to",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "list-id");

  /** The same, and what each reader has of their own, if that is there already. */
  private static final List<String> SIGNED =
      Stream.concat(SHARED.stream(), Stream.of("list-unsubscribe", "dkim-signature")).toList();

  private final DkimKey key;
  private final String authservId;

  /**
   * Seals with this key.
   *
   * @param authservId the name under which results are reported
   */
  public ArcSealer(DkimKey key, String authservId) {
    this.key = key;
    this.authservId = authservId;
  }

  /**
   * The letter with one more set on top; as it is, if its chain is broken already or as long as one
   * may be.
   *
   * @param results what was found when it came, such as {@code dkim=pass header.d=x.example}
   * @param chain what its chain was worth then
   */
  public RawLetter seal(RawLetter letter, String results, ArcCheck.Chain chain, Instant now) {
    return letter.prepend(set(letter, results, chain, now).toArray(Header[]::new));
  }

  RawLetter seal(
      RawLetter letter, String results, ArcCheck.Chain chain, Instant now, List<String> names) {
    return letter.prepend(set(letter, results, chain, now, names).toArray(Header[]::new));
  }

  /**
   * The fields of one more set, to be put on top of this letter, or of one that {@link #isAlike};
   * none, if its chain is broken already or as long as one may be.
   */
  public List<Header> set(RawLetter letter, String results, ArcCheck.Chain chain, Instant now) {
    return set(letter, results, chain, now, present(letter));
  }

  /**
   * Whether a set made for one of the letters holds for the other too: they have the same body, and
   * differ at most in what is added for each reader after the seal.
   */
  public static boolean isAlike(RawLetter one, RawLetter other) {
    if (!one.hasBodyOf(other)) {
      return false;
    }
    Set<String> differing = one.differing(other);
    return SHARED.stream()
        .filter(differing::contains)
        .allMatch(name -> one.raw(name).equals(other.raw(name)));
  }

  private List<Header> set(
      RawLetter letter, String results, ArcCheck.Chain chain, Instant now, List<String> names) {
    Optional<List<ArcSet>> sets = ArcCheck.chain(letter);
    int instance = letter.raw(ArcCheck.SEAL).size() + 1;
    if (instance > ArcCheck.MAX_SETS || isBroken(letter)) {
      return List.of();
    }
    Header aar =
        Header.structured(ArcCheck.RESULTS, "i=" + instance + "; " + authservId + "; " + results);
    Header ams = message(letter, names, instance, now);
    TagField seal =
        new TagField(
            ArcCheck.SEAL,
            Map.of(
                "a", key.algorithm(),
                "b", "",
                // sets that were cut with all that tells of a letter's way are no chain any more
                "cv", (instance == 1 ? ArcCheck.Chain.NONE : chain).word(),
                "d", key.domain(),
                "i", Integer.toString(instance),
                "s", key.selector(),
                "t", Long.toString(now.getEpochSecond())));
    // of a broken chain only the newest set is sealed (RFC 8617 section 5.1.2)
    List<ArcSet> before = chain == ArcCheck.Chain.FAIL ? List.of() : sets.orElse(List.of());
    String text = sealed(before) + relaxed(aar) + relaxed(ams) + seal.unsigned();
    return List.of(seal.signed(key.sign(text)), ams, aar);
  }

  private Header message(RawLetter letter, List<String> names, int instance, Instant now) {
    TagField field =
        new TagField(
            ArcCheck.MESSAGE,
            Map.of(
                "a", key.algorithm(),
                "b", "",
                "bh", DkimSigner.bodyHash(letter),
                "c", "relaxed/relaxed",
                "d", key.domain(),
                "h", String.join(":", names),
                "i", Integer.toString(instance),
                "s", key.selector(),
                "t", Long.toString(now.getEpochSecond())));
    return DkimSigner.signed(field, letter, names, key);
  }

  private static List<String> present(RawLetter letter) {
    List<String> names = new ArrayList<>();
    for (String name : SIGNED) {
      letter.raw(name).forEach(raw -> names.add(name));
    }
    return names;
  }

  /** Whether somebody before found it broken; nobody adds to that. */
  private static boolean isBroken(RawLetter letter) {
    return SignatureField.in(letter, ArcCheck.SEAL, ArcCheck.MAX_SETS).stream()
        .anyMatch(s -> s.tags().get("cv", "").toLowerCase(Locale.ROOT).equals("fail"));
  }

  private static String sealed(List<ArcSet> sets) {
    StringBuilder text = new StringBuilder();
    sets.forEach(set -> text.append(set.sealed(false)));
    return text.toString();
  }

  private static String relaxed(Header header) {
    String raw = new String(header.toBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    return Canonicalization.RELAXED.field(raw);
  }

  /**
   * The results that a host of this name wrote into a letter, one after the other; those of others
   * are nobody's word (RFC 8601 section 5).
   */
  public static String results(RawLetter letter, String authservId) {
    List<String> results = new ArrayList<>();
    for (String value : letter.values("Authentication-Results")) {
      int end = value.indexOf(';');
      String author = (end < 0 ? value : value.substring(0, end)).strip().split("\\s+", 2)[0];
      if (end >= 0 && author.equalsIgnoreCase(authservId)) {
        results.add(value.substring(end + 1).strip());
      }
    }
    return results.isEmpty() ? "none" : String.join("; ", results);
  }
}
