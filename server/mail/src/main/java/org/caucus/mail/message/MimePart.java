package org.caucus.mail.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.caucus.mail.message.text.FileNames;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.mail.message.text.ReadableText;
import org.caucus.platform.limits.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * One node of a letter's MIME structure (RFC 2045, RFC 2183), filled while the letter is walked.
 */
final class MimePart {
  private static final String TYPE = "Content-Type";

  /** A type and its first parameter, with nothing but a blank between them. */
  private static final Pattern UNPARTED =
      Pattern.compile("([\\w.+-]{1,25}+/[\\w.+-]{1,50}+)\\s++([\\w-]{1,30}+ ?=.{0,200})");

  private static final String PLAIN = "text/plain";
  private static final String HTML = "text/html";

  private final String path;
  private final String type;
  private final Map<String, String> parameters;
  private final String disposition;
  private final String fileName;
  private final String contentId;
  private final boolean alone;
  private final List<MimePart> children = new ArrayList<>();
  private final WorkBudget budget;
  private long size;
  private byte[] kept = new byte[0];
  private volatile @Nullable String words;

  private MimePart(String path, List<Field> fields, boolean alone, WorkBudget budget) {
    this.budget = budget;
    RawBody content = content(fields);
    RawBody placing = body(fields, "Content-Disposition");
    this.path = path;
    this.alone = alone;
    this.contentId = body(fields, "Content-ID").getValue().strip().replaceAll("[<>]", "");
    this.type =
        content.getValue().isBlank() ? PLAIN : content.getValue().strip().toLowerCase(Locale.ROOT);
    this.parameters = parameters(content);
    this.disposition = placing.getValue().strip().toLowerCase(Locale.ROOT);
    this.fileName =
        Optional.ofNullable(parameters(placing).get("filename"))
            .orElse(parameters.getOrDefault("name", ""));
  }

  static MimePart root(WorkBudget budget) {
    return new MimePart("", List.of(), true, budget);
  }

  /** Adds a child. A multipart that is the whole letter has no number of its own, as in IMAP. */
  MimePart add(List<Field> fields, boolean multipart, boolean whole) {
    String number = String.valueOf(children.size() + 1);
    String numbered = path.isEmpty() ? number : path + "." + number;
    MimePart child = new MimePart(whole && multipart ? "" : numbered, fields, whole, budget);
    children.add(child);
    return child;
  }

  void read(long decodedSize) {
    size = decodedSize;
  }

  void keep(byte[] octets) {
    kept = octets;
  }

  String path() {
    return path;
  }

  /** Of its content type, by name in lower case. */
  Map<String, String> parameters() {
    return parameters;
  }

  String type() {
    return type;
  }

  /** What it is called where it is offered as a file. */
  String name() {
    return FileNames.clean(FileNames.decoded(fileName), type, path);
  }

  /** Octets, transfer encoding undone. */
  long size() {
    return size;
  }

  byte[] kept() {
    return kept;
  }

  Optional<MimePart> find(String wanted) {
    return path.equals(wanted)
        ? Optional.of(this)
        : children.stream().flatMap(c -> c.find(wanted).stream()).findFirst();
  }

  /**
   * Whether this is a part to read, not a file. A part with a file name is a file unless it is the
   * whole letter.
   */
  boolean isWords() {
    boolean readable =
        type.equals(PLAIN)
            || type.equals(HTML)
            || type.startsWith("multipart/")
            || !type.contains("/");
    return readable && !disposition.equals("attachment") && (fileName.isEmpty() || alone);
  }

  /** Whether there are words in it, shown or not: a text of any kind, or a letter. */
  boolean hasWords() {
    return type.startsWith("text/") || isLetter() || !type.contains("/");
  }

  /** Whether it is a letter within the letter. */
  boolean isLetter() {
    return type.equals("message/rfc822") || type.equals("message/global");
  }

  /** The words of this part alone, whatever it is offered as. */
  String plainWords() {
    return leafWords();
  }

  /** The parts without parts, in order. */
  List<MimePart> leaves() {
    return children.isEmpty()
        ? List.of(this)
        : children.stream().flatMap(c -> c.leaves().stream()).toList();
  }

  /** Whether this is the formatted form of words. */
  boolean isHtmlWords() {
    return type.equals(HTML) && children.isEmpty() && !path.isEmpty() && isWords();
  }

  /** Whether it is a page, shown or not. */
  boolean isHtml() {
    return type.equals(HTML);
  }

  /** Whether markup can refer to it as a picture. */
  boolean isPicture() {
    return type.startsWith("image/") && !contentId.isEmpty();
  }

  /** What it is called where another part refers to it (RFC 2392); may be empty. */
  String contentId() {
    return contentId;
  }

  /** Whether the parts of the only multipart in it are forms of one text, and nothing else. */
  boolean isOfOneMeaning() {
    List<MimePart> forms = children.isEmpty() ? List.of() : children.getFirst().children;
    return forms.size() > 1
        && forms.getFirst().type.equals(PLAIN)
        && forms.stream().map(form -> form.type).distinct().count() == forms.size()
        && forms.stream().skip(1).allMatch(MimePart::isForm)
        && forms.stream().allMatch(form -> form.placed().isEmpty());
  }

  private boolean isForm() {
    return type.equals(HTML)
        || type.equals("text/calendar")
        || type.equals("text/enriched")
        || type.equals("text/x-amp-html")
        || type.startsWith("multipart/");
  }

  /** That it is a file, or what it is called. */
  private String placed() {
    return disposition.startsWith("inline") ? fileName : disposition + fileName;
  }

  /** This part and all inside it, in order. */
  Stream<MimePart> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(MimePart::all));
  }

  String asText() {
    return HeaderText.of(kept, parameters.get("charset"));
  }

  /** The words of this part and those inside it. */
  String words() {
    if (children.isEmpty()) {
      return path.isEmpty() || !isWords() ? "" : leafWords();
    }
    if (type.equals("multipart/alternative")) {
      return alternativeWords();
    }
    Stream<MimePart> read =
        type.equals("multipart/signed") ? children.stream().limit(1) : children.stream();
    return read.map(MimePart::words)
        .filter(w -> !w.isBlank())
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n\n"));
  }

  /**
   * Plain text first; else the last form with words, which is the richest one (RFC 2046 section
   * 5.1.4).
   */
  private String alternativeWords() {
    Optional<String> plain =
        children.stream()
            .filter(c -> c.type.equals(PLAIN))
            .map(MimePart::words)
            .filter(w -> !w.isBlank())
            .findFirst();
    return plain.orElseGet(
        () ->
            children.reversed().stream()
                .map(MimePart::words)
                .filter(w -> !w.isBlank())
                .findFirst()
                .orElse(""));
  }

  /** Read once, no matter who asks: a budget that was spent on them gives the same words again. */
  private String leafWords() {
    String known = words;
    if (known == null) {
      known = readWords();
      words = known;
    }
    return known;
  }

  private String readWords() {
    String text = asText();
    if (type.equals(HTML)) {
      return ReadableText.fromHtml(text, budget);
    }
    boolean flowed = "flowed".equalsIgnoreCase(parameters.get("format"));
    return flowed
        ? ReadableText.unflow(text, "yes".equalsIgnoreCase(parameters.get("delsp")))
        : text;
  }

  /** The files in this part, in order. */
  List<Attachment> attachments() {
    List<Attachment> found = new ArrayList<>();
    collect(found);
    return List.copyOf(found);
  }

  private void collect(List<Attachment> found) {
    if (children.isEmpty() && !path.isEmpty() && !isWords()) {
      found.add(new Attachment(path, name(), type, size));
    }
    children.forEach(child -> child.collect(found));
  }

  /** What its content is, also where the semicolon behind the type was left out. */
  private static RawBody content(List<Field> fields) {
    RawBody content = body(fields, TYPE);
    Matcher unparted = UNPARTED.matcher(content.getValue().strip());
    if (!unparted.matches()) {
      return content;
    }
    StringBuilder parted = new StringBuilder(unparted.group(1) + "; " + unparted.group(2));
    content
        .getParams()
        .forEach(p -> parted.append("; ").append(p.getName() + "=\"" + p.getValue() + "\""));
    return RawFieldParser.DEFAULT.parseRawBody(new RawField(TYPE, oneLine(parted.toString())));
  }

  /** Without line ends of any kind, at which the library throws. */
  static String oneLine(String body) {
    return body.replace('\r', ' ').replace('\n', ' ');
  }

  private static RawBody body(List<Field> fields, String name) {
    for (Field field : fields) {
      if (field.getName().equalsIgnoreCase(name)) {
        RawField raw =
            field instanceof RawField r ? r : new RawField(name, oneLine(field.getBody()));
        return RawFieldParser.DEFAULT.parseRawBody(raw);
      }
    }
    return RawFieldParser.DEFAULT.parseRawBody(new RawField(name, ""));
  }

  /** Parameters by lower-case name, RFC 2231 continuations and charsets undone. */
  private static Map<String, String> parameters(RawBody body) {
    MimeParameterMapping mapping = new MimeParameterMapping();
    Set<String> names = new TreeSet<>();
    for (NameValuePair pair : body.getParams()) {
      mapping.addParameter(pair.getName(), pair.getValue());
      names.add(pair.getName().toLowerCase(Locale.ROOT).replaceFirst("\\*.*", ""));
    }
    // asked once each: every asking joins all pieces, of which a field can have thousands
    Map<String, String> found = new TreeMap<>();
    for (String name : names) {
      Optional.ofNullable(mapping.get(name)).ifPresent(value -> found.put(name, value));
    }
    return found;
  }
}
