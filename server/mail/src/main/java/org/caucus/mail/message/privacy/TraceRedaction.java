package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;
import org.caucus.mail.message.mime.TransferEncoding;
import org.caucus.mail.message.text.HeaderFields;

/**
 * A letter of which no field tells with what, where and in which time zone it was written. Not what
 * is known to tell is cut, but only what a letter needs is kept. Of a part's fields those stay that
 * say what the part is; a boundary that names a host or a program, and identifiers of parts that
 * name a host, are others then. All else is the same octets, and what is signed or encrypted is not
 * looked into.
 *
 * <p>Whose letter it is, and what it answers, is not its matter: fields of addresses and
 * identifiers stay as they are.
 */
public final class TraceRedaction extends PartChange {
  /** Fields of a letter that stay. */
  private static final Set<String> KEPT =
      Set.of(
          """
          from to cc subject date message-id in-reply-to references mime-version content-type
          content-transfer-encoding content-disposition content-description importance
          priority sensitivity auto-submitted
          """
              .split("\\s+"));

  /** Of these, what names a letter by its host. */
  private static final Set<String> IDENTIFIERS = Set.of("message-id", "in-reply-to", "references");

  /** Fields of a part that stay. */
  private static final Set<String> KEPT_OF_A_PART =
      Set.of(
          "content-type",
          "content-transfer-encoding",
          "content-disposition",
          "content-description",
          "content-id",
          "content-language",
          "content-class",
          "mime-version");

  /** What says what a part is, and no more. */
  private static final Set<String> PARAMETERS =
      Set.of(
          """
          boundary charset component delsp filename format hp method micalg name profile
          protected-headers protocol report-type smime-type start start-info type
          """
              .split("\\s+"));

  /** A host. */
  private static final Pattern HOST = Pattern.compile("@|[a-z0-9]\\.[a-z]{2}");

  /** Programs that are known by their boundaries, and their makers. */
  private static final List<String> PROGRAMS =
      List.of(
          """
          apple mail outlook exchange office mozilla thunder evolution kmail mutt yahoo ymail
          zimbra lotus notes domino nextpart _part_ google proton webmail roundcube horde
          squirrel rainloop snappy phpmailer swift android iphone ipad samsung huawei xiaomi
          spark airmail postbox eudora pegasus sylpheed claws sig_ mp_/ gnus emacs alpine pine
          opera vivaldi gmx yandex zoho fastmail tutanota mimepart mime:: java python ruby
          perl nodemailer _mailer qmail exim sendmail postfix bat! becky foxmail netease sina
          naver windows microsoft macos linux desktop mobile laptop localhost
          """
              .split("\\s+"));

  private static final Pattern DATE =
      Pattern.compile(
          "(?:[A-Za-z]{3},\\s*)?([0-9]{1,2})\\s+([A-Za-z]{3})\\s+([0-9]{4})\\s+"
              + "([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)\\s+([+-][0-9]{4})");

  private static final String VERSION = "MIME-Version";

  private final String seed;
  private final String domain;
  private final Map<String, String> ids = new LinkedHashMap<>();

  /**
   * Conceals one letter.
   *
   * @param seed what no other letter has, and the same each time
   * @param domain in whose name identifiers are made
   */
  public TraceRedaction(String seed, String domain) {
    this.seed = seed;
    this.domain = domain;
  }

  /** The moment with its offset, and nothing else; in UTC if it can only be guessed. */
  public static Header date(RawLetter letter, Instant otherwise) {
    String said = letter.value("Date").orElse("");
    String bare = said.replaceAll("\\([^()]{0,200}\\)", " ").strip();
    Matcher usual = DATE.matcher(bare);
    if (usual.matches()) {
      return Header.structured(
          "Date",
          usual.group(1)
              + " "
              + usual.group(2)
              + " "
              + usual.group(3)
              + " "
              + usual.group(4)
              + " "
              + usual.group(5));
    }
    return Header.date("Date", HeaderFields.date(bare).orElse(otherwise));
  }

  @Override
  protected RawLetter fields(RawLetter part, boolean letter, int depth) {
    if (letter && depth > 0) {
      return enclosed(part);
    }
    Set<String> kept = letter ? KEPT : KEPT_OF_A_PART;
    RawLetter left = part.only((name, value) -> kept.contains(name.toLowerCase(Locale.ROOT)));
    if (left.value(VERSION).filter(v -> !v.equals("1.0")).isPresent()) {
      left = left.with(Header.structured(VERSION, "1.0")); // some programs name themselves there
    }
    ContentType type = ContentType.of(left);
    if (SignedOrEncrypted.is(type)) {
      return left;
    }
    RawLetter told = described(left, ContentType.FIELD);
    return identified(described(told, "Content-Disposition"));
  }

  /**
   * A letter that is passed on in this one: who wrote it to whom, and its words, are what the
   * author wants read; on which way and from which host it once came is not.
   */
  private static RawLetter enclosed(RawLetter letter) {
    RawLetter left =
        letter.only(
            (name, value) -> {
              String key = name.toLowerCase(Locale.ROOT);
              return (KEPT.contains(key) && !IDENTIFIERS.contains(key))
                  || key.startsWith("content-");
            });
    return left.value("Date").isEmpty() ? left : left.with(date(left, Instant.EPOCH));
  }

  /** What no program shows, but where it says no more than that there are parts. */
  @Override
  protected byte[] aside(byte[] octets) {
    String words = new String(octets, ISO_8859_1);
    return tells(words) || TraceFields.names(words) ? new byte[0] : octets;
  }

  /** With those parameters alone that say what it is. */
  private RawLetter described(RawLetter part, String field) {
    Optional<String> value = part.value(field);
    if (value.isEmpty()) {
      return part;
    }
    ContentType said = ContentType.parse(value.get());
    Map<String, String> left = new LinkedHashMap<>(said.parameters());
    boolean changed = left.keySet().removeIf(name -> !PARAMETERS.contains(name));
    String start = left.get("start");
    if (start != null && tells(start)) {
      left.put("start", "<" + id(start) + ">");
      changed = true;
    }
    try {
      return changed ? part.with(new ContentType(said.kind(), left).field(field)) : part;
    } catch (IllegalArgumentException e) {
      return part.without(field); // a word that fits on no line
    }
  }

  private RawLetter identified(RawLetter part) {
    Optional<String> id = part.value("Content-ID").filter(TraceRedaction::tells);
    return id.isEmpty() ? part : part.with(Header.ids("Content-ID", List.of(id(id.get()))));
  }

  private String id(String bracketed) {
    String bare = bracketed.strip().replaceAll("[<>\\s]", "");
    return ids.computeIfAbsent(bare, b -> hash("id " + b).substring(0, 16) + "@" + domain);
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    return !SignedOrEncrypted.is(type);
  }

  @Override
  protected String boundary(String boundary) {
    return tells(boundary) ? "=_" + hash("boundary " + boundary) : boundary;
  }

  private static boolean tells(String mark) {
    String lower = mark.toLowerCase(Locale.ROOT);
    return HOST.matcher(lower).find() || PROGRAMS.stream().anyMatch(lower::contains);
  }

  /** Pictures that stand in the words are named there as their parts now are. */
  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    if (!TransferEncoding.isKnown(TransferEncoding.of(part))) {
      return part;
    }
    if (isLetterFile(part, type)) {
      RawLetter file = RawLetter.of(TransferEncoding.decoded(part));
      RawLetter left = new TraceRedaction(seed, domain).of(file, 1);
      return left == file ? part : TransferEncoding.base64(part, left.toBytes());
    }
    if (!type.kind().equals("text/html")) {
      return part;
    }
    Charset charset = type.charset();
    String text = new String(TransferEncoding.decoded(part), charset);
    String renamed = CID.matcher(text).replaceAll(m -> Matcher.quoteReplacement(named(m)));
    return renamed.equals(text) ? part : TransferEncoding.quoted(part, renamed.getBytes(charset));
  }

  /** A letter that was saved as a file, whatever it is said to be. */
  private static boolean isLetterFile(RawLetter part, ContentType type) {
    return Stream.of(
            type.parameter("name"),
            part.value("Content-Disposition")
                .flatMap(d -> ContentType.parse(d).parameter("filename")))
        .flatMap(Optional::stream)
        .anyMatch(name -> name.strip().toLowerCase(Locale.ROOT).endsWith(".eml"));
  }

  private static final Pattern CID = Pattern.compile("(?i)(cid:)([^\"'\\s<>()]{1,900})");

  /** It may be named before its part is met. */
  private String named(MatchResult found) {
    String id = found.group(2).replace("%40", "@");
    return tells(id) ? found.group(1) + id(id) : found.group();
  }

  private String hash(String of) {
    try {
      byte[] octets = (seed + " " + of).getBytes(UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
