package org.caucus.mail.auth.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.DomainName;

/**
 * What a signature field says, and whether it is true of a letter: of DKIM-Signature and of
 * ARC-Message-Signature, which are alike.
 *
 * @param raw the field as it stands in the letter
 * @param otherForm what it is made over if it has no {@code c} tag
 */
record SignatureField(String raw, TagList tags, String otherForm) {
  /** What a signature of DKIM is made over when it does not say (RFC 6376 section 3.5). */
  static final String DKIM = "simple/simple";

  /** What relays make theirs over when they do not say, by the public suite of cases. */
  static final String ARC = "relaxed/relaxed";

  /** The most names in one {@code h} tag. */
  static final int MAX_NAMES = 200;

  static final long AHEAD_SECONDS = 3_600;

  /** The one way to find a key that RFC 6376 section 3.5 knows. */
  private static final String DNS = "dns/txt";

  /** Names that go into questions, and into what is reported: nothing but names. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252})");

  /** The only algorithms that prove anything (RFC 8301, RFC 8463). */
  static final List<String> ALGORITHMS = List.of("rsa-sha256", "ed25519-sha256");

  /** Reads a field; empty if it cannot be read. */
  static Optional<SignatureField> parse(String raw, String otherForm) {
    String value = raw.substring(raw.indexOf(':') + 1).replace("\r\n", "").replace("\n", "");
    return TagList.parse(value).map(tags -> new SignatureField(raw, tags, otherForm));
  }

  String domain() {
    return inDns(tags.get("d", ""));
  }

  /** The domain of the {@code i} tag, or else that of {@code d}. */
  String identity() {
    String identity = tags.get("i", "@" + tags.get("d", ""));
    return inDns(identity.substring(identity.lastIndexOf('@') + 1));
  }

  /** Letters with SMTPUTF8 may have U-labels here, and keys stand below A-labels (RFC 8616). */
  private static String inDns(String octets) {
    String name = new String(octets.getBytes(ISO_8859_1), UTF_8);
    return DomainName.ascii(name).orElse(octets).toLowerCase(Locale.ROOT);
  }

  /** Where the key is. */
  String keyName() {
    return tags.get("s", "") + "._domainkey." + domain();
  }

  boolean isEd25519() {
    return tags.get("a", "").equalsIgnoreCase("ed25519-sha256");
  }

  /** The names of the signed fields, lower case. */
  List<String> names() {
    return Stream.of(tags.dense("h").toLowerCase(Locale.ROOT).split(":"))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Whether all that must be there is, in a form that is understood. */
  boolean isWellFormed() {
    String[] forms = tags.get("c", otherForm).split("/", 2);
    return ALGORITHMS.contains(tags.get("a", "").toLowerCase(Locale.ROOT))
        && NAME.matcher(domain()).matches()
        && NAME.matcher(tags.get("s", "")).matches()
        && !tags.dense("b").isEmpty()
        && !tags.dense("bh").isEmpty()
        && names().size() <= MAX_NAMES
        && isFoundInDns()
        && Arrays.stream(forms).allMatch(Canonicalization::isKnown);
  }

  /** Whether its key is where keys are asked for here: other ways are for others to follow. */
  private boolean isFoundInDns() {
    return !tags.get("q").isPresent()
        || Stream.of(tags.dense("q").split(":")).anyMatch(DNS::equalsIgnoreCase);
  }

  /**
   * Whether it is of a time that can be, and has not ended: a signer's clock may be {@value
   * #AHEAD_SECONDS} seconds ahead of ours (RFC 6376 section 3.5, {@code t} and {@code x}).
   */
  boolean isTimely(Instant now) {
    OptionalLong made = second("t");
    if (made.isPresent() && made.getAsLong() > now.getEpochSecond() + AHEAD_SECONDS) {
      return false;
    }
    if (tags.get("x", "").isEmpty()) {
      return true;
    }
    OptionalLong until = second("x");
    return until.isPresent()
        && until.getAsLong() >= now.getEpochSecond()
        && (made.isEmpty() || until.getAsLong() > made.getAsLong());
  }

  /** When it says that it was made, in seconds. */
  OptionalLong made() {
    return second("t");
  }

  private OptionalLong second(String tag) {
    String text = tags.get(tag, "");
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  private Canonicalization fieldForm() {
    return Canonicalization.of(tags.get("c", otherForm).split("/", 2)[0]);
  }

  private Canonicalization bodyForm() {
    String[] forms = tags.get("c", otherForm).split("/", 2);
    return Canonicalization.of(forms.length == 2 ? forms[1] : "simple");
  }

  /**
   * Whether the whole body is what was signed. A signature over its beginning ({@code l}) is not.
   */
  boolean coversBody(BodyHashes body) {
    BodyHashes.Hashed form = body.in(bodyForm());
    return tags.get("l", Integer.toString(form.length())).equals(Integer.toString(form.length()))
        && MessageDigest.isEqual(form.hash(), decoded("bh"));
  }

  /** Whether the fields are what was signed by the holder of the key. */
  boolean coversFields(RawLetter letter, KeyRecord key) {
    String own = TagList.withoutSignature(raw);
    return verifies(
        signedFields(letter, names(), fieldForm()) + unended(fieldForm().field(own)), key);
  }

  /** Whether the signature over this text is that of the key. */
  boolean verifies(String text, KeyRecord key) {
    if (key.ed25519() != isEd25519()) {
      return false;
    }
    try {
      Signature check = Signature.getInstance(key.ed25519() ? "Ed25519" : "SHA256withRSA");
      check.initVerify(key.key());
      // RFC 8463: what Ed25519 signs is the hash
      check.update(
          key.ed25519() ? sha256(Canonicalization.octets(text)) : Canonicalization.octets(text));
      return check.verify(decoded("b"));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private byte[] decoded(String tag) {
    try {
      return Base64.getDecoder().decode(tags.dense(tag));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The named fields, each time a name comes up one more from below (RFC 6376 section 5.4.2). */
  static String signedFields(RawLetter letter, List<String> names, Canonicalization form) {
    Map<String, Integer> taken = new HashMap<>();
    // looked up once each: a letter can have a hundred thousand fields, and a list its name often
    Map<String, List<String>> known = new HashMap<>();
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      List<String> all = known.computeIfAbsent(name, letter::raw);
      int next = all.size() - 1 - taken.merge(name, 1, Integer::sum) + 1;
      if (next >= 0) {
        text.append(form.field(all.get(next)));
      }
    }
    return text.toString();
  }

  static String unended(String field) {
    return field.endsWith("\r\n") ? field.substring(0, field.length() - 2) : field;
  }

  static byte[] sha256(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** All signature fields of this name that can be read, at most so many. */
  static List<SignatureField> in(RawLetter letter, String name, int most) {
    List<SignatureField> all = new ArrayList<>();
    for (String raw : letter.raw(name)) {
      if (all.size() < most) {
        parse(raw, DKIM).ifPresent(all::add);
      }
    }
    return all;
  }
}
