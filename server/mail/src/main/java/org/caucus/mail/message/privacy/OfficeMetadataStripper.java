package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.platform.limits.WorkBudget;

/**
 * An office document without its properties: who wrote and changed it, their company, accounts and
 * programs, when, and from which template on whose disk (OOXML, ECMA-376; OpenDocument 1.3).
 * Pictures in it are bared by {@link PictureMetadataStripper}, documents in it as it is. All else
 * is the same packed octets. One that is signed or encrypted stays as it is; one that is neither
 * and cannot be read is closed, as pictures are. Who commented and changed is called otherwise by
 * {@link OfficeAuthors}.
 */
public final class OfficeMetadataStripper {
  /** Octets that are unpacked of one file, or of all files of one letter. */
  static final long MOST_UNPACKED = 64L * 1024 * 1024;

  /** Documents within documents. */
  private static final int MOST_DEPTH = 3;

  private static final WorkBudget.Limits LIMITS =
      new WorkBudget.Limits(MOST_UNPACKED, 0, 0, MOST_DEPTH);

  private static final Pattern ENDS =
      Pattern.compile(
          ".*\\.(?:do[ct][xm]|xl[st][xm]|xlsb|xlam|p(?:pt|ot|ps|pa)[xm]|sld[xm]|thmx|vs[dst][xm]"
              + "|od[tspgcfm]|ot[tspgchf])",
          Pattern.DOTALL);
  private static final List<String> TYPES =
      List.of(
          "application/vnd.openxmlformats-officedocument.",
          "application/vnd.oasis.opendocument.",
          "application/vnd.ms-word.",
          "application/vnd.ms-excel.",
          "application/vnd.ms-powerpoint.",
          "application/vnd.ms-visio.");

  private static final String PARTS = "[content_types].xml";
  private static final String RELATIONS = "_rels/.rels";
  private static final String MANIFEST = "meta-inf/manifest.xml";

  /** What a file that office programs write begins with. */
  private static final Pattern FIRST =
      Pattern.compile("\\[content_types]\\.xml|(?:_rels|docprops|word|xl|ppt)/.{1,200}");

  private static final Pattern TEMPLATE =
      Pattern.compile("(?:[^/]{1,200}/){0,5}_rels/settings[^/]{0,20}\\.xml\\.rels");
  private static final Pattern ACCOUNTS =
      Pattern.compile(
          "word/people[^/]{0,20}\\.xml|xl/persons/[^/]{1,200}\\.xml"
              + "|ppt/(?:comment)?authors[^/]{0,20}\\.xml");
  private static final Pattern WORKBOOK = Pattern.compile("xl/workbook[^/]{0,20}\\.xml");
  private static final Pattern CORE =
      Pattern.compile("docprops/core[^/]{0,20}\\.xml|package/services/metadata/.{1,200}\\.psmdcp");
  private static final Pattern EXTENDED = Pattern.compile("docprops/app[^/]{0,20}\\.xml");
  private static final Pattern CUSTOM = Pattern.compile("docprops/custom[^/]{0,20}\\.xml");
  private static final Pattern THUMBNAIL = Pattern.compile("docprops/thumbnail[^/]{0,40}");
  private static final Pattern META = Pattern.compile("(?:[^/]{1,200}/){0,5}meta\\.xml");
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?:(?:word|xl|ppt|visio)/(?:media|embeddings)|pictures|media)/[^/]{1,200}"
              + "|(?:[^/]{1,200}/){1,5}pictures/[^/]{1,200}");

  private static final Pattern TARGET =
      Pattern.compile("Target\\s{0,9}=\\s{0,9}(?:\"[^\"]*+\"|'[^']*+')");
  private static final Pattern ACCOUNT =
      Pattern.compile("\\b(userId|providerId)\\s{0,9}=\\s{0,9}(?:\"[^\"]*+\"|'[^']*+')");
  private static final Map<String, String> NO_ACCOUNT =
      Map.of("userId", "\"\"", "providerId", "\"None\"");
  private static final Pattern SHARER =
      Pattern.compile("\\buserName\\s{0,9}=\\s{0,9}(?:\"[^\"]*+\"|'[^']*+')");
  private static final String TAG = "<(?:[\\w.-]{1,40}:)?";
  private static final String END = "\\s{0,99}</(?:[\\w.-]{1,40}:)?";
  private static final String PATH = TAG + "absPath\\s[^<>]*+>(?:" + END + "absPath\\s{0,9}>)?";
  private static final Pattern CHOICE =
      Pattern.compile(
          (TAG + "AlternateContent\\b[^<>]*+>\\s{0,99}" + TAG + "Choice\\b[^<>]*+>\\s{0,99}")
              + PATH
              + (END + "Choice\\s{0,9}>" + END + "AlternateContent\\s{0,9}>"));
  private static final Pattern WHERE = Pattern.compile(PATH);

  private static final String NO_META =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta"
          + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " office:version=\"1.3\"><office:meta/></office:document-meta>";

  /** One pixel, in place of a small picture of the first page. */
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
                  + "RU5ErkJggg==");

  /**
   * Properties that may lie under such names, whatever the root points at.
   *
   * @param none what stands in their place
   */
  private record Empty(Predicate<String> names, String none) {}

  private static final List<Empty> EMPTY =
      List.of(
          new Empty(CORE.asMatchPredicate(), OfficeRelations.NO_CORE),
          new Empty(EXTENDED.asMatchPredicate(), OfficeRelations.none("extended", false)),
          new Empty(CUSTOM.asMatchPredicate(), OfficeRelations.none("custom", false)),
          new Empty("docmetadata/labelinfo.xml"::equals, OfficeRelations.NO_LABELS),
          new Empty(META.asMatchPredicate(), NO_META));

  /** How words of entries with such names are changed. */
  private record Change(Predicate<String> names, UnaryOperator<String> how) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change(TEMPLATE.asMatchPredicate(), OfficeMetadataStripper::withoutTemplate),
          new Change(ACCOUNTS.asMatchPredicate(), OfficeMetadataStripper::withoutAccounts),
          new Change(WORKBOOK.asMatchPredicate(), OfficeMetadataStripper::withoutPath));

  private final WorkBudget budget;
  private final int depth;
  private final OfficeRelations relations = new OfficeRelations();
  private final OfficeAuthors authors = new OfficeAuthors();

  private OfficeMetadataStripper(WorkBudget budget, int depth) {
    this.budget = budget;
    this.depth = depth;
  }

  /**
   * What becomes of a file.
   *
   * @param isClosed whether nothing can be taken out of it, though it may tell
   * @param bare the document without its properties; empty if it is closed or stays as it is
   */
  record Outcome(boolean isClosed, Optional<byte[]> bare) {
    private static final Outcome STAYS = new Outcome(false, Optional.empty());
    private static final Outcome CLOSED = new Outcome(true, Optional.empty());

    private static Outcome either(boolean closed) {
      return closed ? CLOSED : STAYS;
    }
  }

  /** Whether a file that is called so, or of that type, is looked at. */
  public static boolean isOne(String name, String type) {
    String lower = name.toLowerCase(Locale.ROOT).strip();
    String kind = type.toLowerCase(Locale.ROOT);
    return ENDS.matcher(lower).matches() || TYPES.stream().anyMatch(kind::startsWith);
  }

  /**
   * The document without them; empty if it is no document, cannot be read, or is signed or
   * encrypted.
   */
  static Optional<byte[]> of(byte[] file) {
    return look(file, false, budget()).bare();
  }

  /** Whether a file that is called so may tell them, and they cannot be taken out. */
  public static boolean isClosed(String name, String type, byte[] file) {
    return look(file, isOne(name, type), budget()).isClosed();
  }

  /** A fresh one, for a file or for a letter. */
  static WorkBudget budget() {
    return WorkBudget.of(LIMITS);
  }

  /**
   * What becomes of it.
   *
   * @param declared whether its name or type says that it is an office document
   * @param budget of which it is unpacked
   */
  static Outcome look(byte[] file, boolean declared, WorkBudget budget) {
    return new OfficeMetadataStripper(budget, 0).look(file, declared);
  }

  private Outcome look(byte[] file, boolean declared) {
    String first = ZipRewriter.firstName(file);
    if (declared ? !ZipRewriter.isZip(file) : first.isEmpty()) {
      return Outcome.STAYS;
    }
    Optional<List<ZipRewriter.Entry>> all = ZipRewriter.entries(file);
    if (all.isEmpty()) {
      return Outcome.either(
          declared || FIRST.matcher(lower(first)).matches() || isOdf(first, file));
    }
    Set<String> names = all.get().stream().map(e -> lower(e.name())).collect(Collectors.toSet());
    if (!isDocument(names)) {
      return Outcome.either(declared);
    }
    try {
      return stripped(file, all.get(), names);
    } catch (IndexOutOfBoundsException | ZipRewriter.UnreadableException e) {
      return Outcome.CLOSED;
    }
  }

  private static boolean isOdf(String first, byte[] file) {
    String begin = new String(file, 0, Math.min(file.length, 200), ISO_8859_1);
    return first.equals("mimetype") && begin.contains("application/vnd.oasis.opendocument.");
  }

  private static boolean isDocument(Set<String> names) {
    boolean typed = names.contains("mimetype");
    return names.contains(PARTS)
        || (typed && names.contains("meta.xml"))
        || (names.contains(MANIFEST) && (typed || names.contains("content.xml")));
  }

  private Outcome stripped(byte[] file, List<ZipRewriter.Entry> all, Set<String> names) {
    boolean locked = all.stream().anyMatch(ZipRewriter.Entry::isEncrypted);
    if (locked || names.stream().anyMatch(OfficeMetadataStripper::isSignature)) {
      return Outcome.STAYS;
    }
    ZipRewriter zip = new ZipRewriter(file, budget);
    for (ZipRewriter.Entry entry : all) {
      String name = lower(entry.name());
      if (name.equals(RELATIONS)) {
        relations.read(zip.unpacked(entry));
      }
      if (name.equals(MANIFEST)
          && OfficeRelations.text(zip.unpacked(entry)).contains("encryption-data")) {
        return Outcome.STAYS;
      }
    }
    if (relations.isSigned()) {
      return Outcome.STAYS;
    }
    Optional<byte[]> bare = zip.rewrite(all, this::goes, this::bare);
    return bare.isPresent() ? new Outcome(false, bare) : Outcome.CLOSED;
  }

  /** Signatures of macros alone are none of the document. */
  private static boolean isSignature(String name) {
    return name.startsWith("_xmlsignatures/")
        || name.startsWith("package/services/digital-signature/")
        || (name.startsWith("meta-inf/")
            && name.contains("signatures")
            && !name.contains("macrosignatures"));
  }

  private static String lower(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('\\', '/');
    return lower.startsWith("/") ? lower.substring(1) : lower;
  }

  private boolean goes(String name) {
    String lower = lower(name);
    return relations.isThumbnail(lower) || THUMBNAIL.matcher(lower).matches();
  }

  /** What stands in place of an entry; empty if it tells nothing. */
  private Optional<byte[]> bare(String called, ZipRewriter.Content content) {
    String name = lower(called);
    Optional<byte[]> empty = empty(name).map(none -> none.getBytes(UTF_8));
    if (empty.isPresent()) {
      return empty;
    }
    if (name.equals("thumbnails/thumbnail.png")) {
      return Optional.of(PIXEL);
    }
    if (name.equals(RELATIONS)) {
      byte[] list = content.unpacked();
      return changed(list, OfficeRelations.withoutThumbnails(list));
    }
    return WITHIN.matcher(name).matches()
        ? within(content.unpacked())
        : change(name).flatMap(how -> changed(content, how));
  }

  private Optional<String> empty(String name) {
    String found = relations.empty().get(name);
    if (found != null) {
      return Optional.of(found);
    }
    return EMPTY.stream().filter(one -> one.names().test(name)).map(Empty::none).findFirst();
  }

  private Optional<UnaryOperator<String>> change(String name) {
    return Stream.concat(
            CHANGES.stream().filter(one -> one.names().test(name)).map(Change::how),
            authors.change(name).stream())
        .reduce((first, then) -> words -> then.apply(first.apply(words)));
  }

  private static Optional<byte[]> changed(ZipRewriter.Content content, UnaryOperator<String> how) {
    byte[] was = content.unpacked();
    return changed(was, how.apply(OfficeRelations.text(was)).getBytes(ISO_8859_1));
  }

  private static Optional<byte[]> changed(byte[] was, byte[] is) {
    return Arrays.equals(was, is) ? Optional.empty() : Optional.of(is);
  }

  private static String withoutTemplate(String relations) {
    return TARGET.matcher(relations).replaceAll("Target=\"Normal.dotm\"");
  }

  /** Who is signed in where. */
  private static String withoutAccounts(String people) {
    return ACCOUNT
        .matcher(people)
        .replaceAll(found -> found.group(1) + "=" + NO_ACCOUNT.get(found.group(1)));
  }

  private static String withoutPath(String workbook) {
    String left = CHOICE.matcher(workbook).replaceAll("");
    left = WHERE.matcher(left).replaceAll("");
    return SHARER.matcher(left).replaceAll("userName=\"\"");
  }

  /** A picture or document in it. */
  private Optional<byte[]> within(byte[] file) {
    Optional<byte[]> picture = PictureMetadataStripper.of(file);
    if (picture.isPresent()) {
      return picture.flatMap(bare -> changed(file, bare));
    }
    boolean isDeep = depth >= budget.depth() && !ZipRewriter.firstName(file).isEmpty();
    if (isDeep || PictureMetadataStripper.isClosed(file)) {
      throw new ZipRewriter.UnreadableException("documents in documents, or a closed picture");
    }
    Outcome inner = new OfficeMetadataStripper(budget, depth + 1).look(file, false);
    if (inner.isClosed()) {
      throw new ZipRewriter.UnreadableException("nothing can be taken out of what is in it");
    }
    return inner.bare().flatMap(bare -> changed(file, bare));
  }
}
