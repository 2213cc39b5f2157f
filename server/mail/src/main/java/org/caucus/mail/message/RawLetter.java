package org.caucus.mail.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.mail.message.octets.LetterBody;
import org.caucus.mail.message.octets.SmtpLines;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.platform.limits.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * A letter as bytes, with a header block that can be edited and a body that cannot.
 *
 * <p>An edit makes a new letter. The body is the same bytes as before, and every header field that
 * stays keeps its exact bytes, folding and spelling, so that a signature over either still verifies
 * (RFC 4880, RFC 8551, RFC 6376). Any bytes are a letter: one without a blank line has no body, one
 * that does not begin with a field has no header. Lines may end in a bare LF; added fields end in
 * CRLF.
 */
public final class RawLetter {
  /**
   * Fields of a header, each an object: what is behind them stands as one line that is no field.
   */
  static final int MAX_FIELDS = 100_000;

  private static final byte[] CRLF = {'\r', '\n'};

  /**
   * One field with its continuation lines; the name is empty for a line that is no field but stands
   * among them.
   */
  private static final class Field {
    private final String name;
    private final String key; // the name in lower case
    private final byte[] source;
    private final int from;
    private final int to;

    Field(String name, byte[] source, int from, int to) {
      this.name = name;
      this.key = name.toLowerCase(Locale.ROOT);
      this.source = source;
      this.from = from;
      this.to = to;
    }

    String name() {
      return name;
    }

    int length() {
      return to - from;
    }

    int copyTo(byte[] bytes, int at) {
      System.arraycopy(source, from, bytes, at, length());
      return at + length();
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(source, from, to - from);
    }

    /** The same field with a line end. */
    Field completed() {
      if (endsLine()) {
        return this;
      }
      byte[] bytes = Arrays.copyOfRange(source, from, to + CRLF.length);
      System.arraycopy(CRLF, 0, bytes, bytes.length - CRLF.length, CRLF.length);
      return new Field(name, bytes, 0, bytes.length);
    }

    /** Whether it is all ASCII, in lines that every host takes. */
    boolean isPlain() {
      int line = from;
      for (int i = from; i < to; i++) {
        if (source[i] < 0 || i - line > SmtpLines.MAX_OCTETS) {
          return false;
        }
        line = source[i] == '\n' ? i + 1 : line;
      }
      return true;
    }

    boolean isNamed(String wanted) {
      return name.length() == wanted.length() && name.equalsIgnoreCase(wanted);
    }

    String raw() {
      return new String(source, from, length(), StandardCharsets.ISO_8859_1);
    }

    boolean endsLine() {
      return to > from && source[to - 1] == '\n';
    }

    /** The unfolded value (RFC 5322 section 2.2.3). */
    String value() {
      int colon = from;
      while (source[colon] != ':') {
        colon++;
      }
      String text = HeaderText.of(Arrays.copyOfRange(source, colon + 1, to));
      return text.replace("\r\n", "").replace("\n", "").strip();
    }
  }

  private final List<Field> fields;
  private final byte[] separator;
  private final LetterBody body;

  /** What reading its words may cost, for the whole of it; letters within it draw on the same. */
  private final WorkBudget budget;

  private volatile @Nullable LetterParser read;

  private volatile @Nullable List<String> words;

  private final Map<Set<String>, Boolean> forms = new ConcurrentHashMap<>();

  private final Map<String, Attachment.Text> calendars = new ConcurrentHashMap<>();

  private RawLetter(List<Field> fields, byte[] separator, LetterBody body) {
    this(fields, separator, body, WorkBudget.ofLetter());
  }

  private RawLetter(List<Field> fields, byte[] separator, LetterBody body, WorkBudget budget) {
    this.budget = budget;
    this.fields = fields;
    this.separator = separator;
    this.body = body;
  }

  /** Takes the bytes as a letter. They are not copied: the caller leaves them alone from now on. */
  public static RawLetter of(byte[] bytes) {
    List<Field> fields = new ArrayList<>();
    int at = 0;
    while (at < bytes.length && !isBlankLine(bytes, at)) {
      String name = fieldName(bytes, at);
      if (fields.isEmpty() && name.isEmpty() && !isMailboxLine(bytes, at)) {
        return new RawLetter(List.of(), new byte[0], new LetterBody(bytes, 0));
      }
      boolean fits = fields.size() < MAX_FIELDS;
      int end = fits ? fieldEnd(bytes, at) : headerEnd(bytes, at);
      fields.add(new Field(fits ? name : "", bytes, at, end));
      at = end;
    }
    int body = at < bytes.length ? lineEnd(bytes, at) : at;
    byte[] separator = Arrays.copyOfRange(bytes, at, body);
    return new RawLetter(List.copyOf(fields), separator, new LetterBody(bytes, body));
  }

  /** A letter that stands in this one. */
  static RawLetter within(RawLetter outer, byte[] bytes) {
    return of(bytes).on(outer.budget);
  }

  /** The same, read within this budget from the first octet. */
  public RawLetter on(WorkBudget other) {
    return new RawLetter(fields, separator, body, other);
  }

  /** Its parts with words; walked once, no matter who asks. */
  LetterParser read() {
    LetterParser walked = read;
    if (walked == null) {
      walked = LetterParser.ofWords(this, budget);
      read = walked;
    }
    return walked;
  }

  /** All words in it and in letters within it: read once, as a second reading has no budget. */
  List<String> words(Function<RawLetter, List<String>> reading) {
    List<String> known = words;
    if (known == null) {
      known = reading.apply(this);
      words = known;
    }
    return known;
  }

  /** Whether it reads the same without these fields: read once, no matter who asks. */
  boolean readsSame(Set<String> without, Predicate<RawLetter> reading) {
    return forms.computeIfAbsent(without, x -> reading.test(this));
  }

  /** A calendar in it, by its place: read once, no matter who asks. */
  Attachment.Text calendar(String path, Supplier<Attachment.Text> reading) {
    return calendars.computeIfAbsent(path, x -> reading.get());
  }

  /** What is left for reading it; letters within it draw on the same. */
  public WorkBudget budget() {
    return budget;
  }

  /** Where the body begins in {@link #toBytes()}, in octets. */
  public int bodyOffset() {
    int octets = separator.length;
    for (Field field : fields) {
      octets += field.length();
    }
    return octets;
  }

  /** The body, as it came. */
  public byte[] body() {
    return body.toBytes();
  }

  /** Whether one of the two was made of the other by edits, so that they have the same body. */
  public boolean hasBodyOf(RawLetter other) {
    return body == other.body;
  }

  /**
   * The names, in lower case, of the fields that only one of the two has. One was made of the other
   * by edits, which keep fields that stay in their order.
   */
  public Set<String> differing(RawLetter other) {
    int alike = 0; // what is added stands on top most often
    int most = Math.min(fields.size(), other.fields.size());
    while (alike < most && fromBelow(alike) == other.fromBelow(alike)) {
      alike++;
    }
    List<Field> ours = fields.subList(0, fields.size() - alike);
    List<Field> others = other.fields.subList(0, other.fields.size() - alike);
    Set<String> names = new HashSet<>();
    Set<Field> own = identities(ours);
    Set<Field> theirs = identities(others);
    ours.stream().filter(f -> !theirs.contains(f)).forEach(f -> names.add(f.key));
    others.stream().filter(f -> !own.contains(f)).forEach(f -> names.add(f.key));
    return names;
  }

  private Field fromBelow(int place) {
    return fields.get(fields.size() - 1 - place);
  }

  private static Set<Field> identities(List<Field> fields) {
    Set<Field> set = Collections.newSetFromMap(new IdentityHashMap<>(2 * fields.size()));
    set.addAll(fields);
    return set;
  }

  /** The body, as it came, without a copy of it. */
  InputStream bodyStream() {
    return body.stream();
  }

  /**
   * The fields that describe the body's form (RFC 2045 section 9), with the blank line after them.
   */
  byte[] contentFields() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Field field : fields) {
      if (field.key.startsWith("content-")) {
        out.write(field.source, field.from, field.length());
        out.writeBytes(field.endsLine() ? new byte[0] : CRLF);
      }
    }
    out.writeBytes(CRLF);
    return out.toByteArray();
  }

  /** Names of the fields in order, as spelled. */
  public List<String> names() {
    return fields.stream().map(Field::name).filter(name -> !name.isEmpty()).toList();
  }

  /** Whether a line among the fields is not one; the first may be that of an mbox. */
  public boolean hasStrayLine() {
    return fields.stream().skip(1).anyMatch(f -> f.name().isEmpty());
  }

  /** The first value of a field, unfolded, not decoded. */
  public Optional<String> value(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).findFirst().map(Field::value);
  }

  /** All values of a field in order, unfolded, not decoded. */
  public List<String> values(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).map(Field::value).toList();
  }

  /**
   * All fields of a name in order, as they stand: name, colon, folding and line end. Each character
   * is one octet (ISO 8859-1).
   */
  public List<String> raw(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).map(Field::raw).toList();
  }

  /** The letter without any field of these names. */
  public RawLetter without(String... names) {
    Set<String> unwanted =
        Stream.of(names).map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return edited(fields.stream().filter(f -> !unwanted.contains(f.key)).toList());
  }

  /** The letter without its first fields: those that a delivering host put on top. */
  public RawLetter withoutLeading(int count) {
    return edited(fields.subList(Math.min(count, fields.size()), fields.size()));
  }

  /** The letter with these fields on top, in the order given. */
  public RawLetter prepend(Header... headers) {
    List<Field> all = new ArrayList<>(headers.length + fields.size());
    Stream.of(headers).map(RawLetter::field).forEach(all::add);
    all.addAll(fields);
    return edited(all);
  }

  /**
   * The letter with this field once: where the first of its name stood, or last when there was
   * none.
   */
  public RawLetter with(Header header) {
    List<Field> changed = new ArrayList<>();
    boolean placed = false;
    for (Field field : fields) {
      if (!field.isNamed(header.name())) {
        changed.add(field);
      } else if (!placed) {
        changed.add(field(header));
        placed = true;
      }
    }
    if (!placed) {
      changed.add(field(header));
    }
    return edited(changed);
  }

  /**
   * The letter with others for fields that are not all ASCII, which RFC 6532 allows only where each
   * host on the way knows SMTPUTF8, and for those with a line longer than any may be. A line that
   * is no field goes.
   *
   * @param instead asked for each by its name and unfolded value; an empty answer takes it away
   */
  public RawLetter inAscii(BiFunction<String, String, Optional<Header>> instead) {
    if (fields.stream().allMatch(Field::isPlain)) {
      return this;
    }
    List<Field> changed = new ArrayList<>();
    for (Field field : fields) {
      if (field.isPlain()) {
        changed.add(field);
      } else if (!field.name().isEmpty()) {
        instead.apply(field.name(), field.value()).map(RawLetter::field).ifPresent(changed::add);
      }
    }
    return edited(changed);
  }

  /** The letter with another body; the octets are left alone from now on. */
  public RawLetter withBody(byte[] octets) {
    List<Field> complete = fields.stream().map(Field::completed).toList();
    boolean unparted = separator.length == 0 && octets.length > 0 && !complete.isEmpty();
    return new RawLetter(complete, unparted ? CRLF : separator, new LetterBody(octets, 0));
  }

  /**
   * The letter with only these fields, each asked for by its name and unfolded value. A line that
   * is no field goes.
   */
  public RawLetter only(BiPredicate<String, String> kept) {
    List<Field> left =
        fields.stream().filter(f -> !f.name().isEmpty() && kept.test(f.name(), f.value())).toList();
    return left.size() == fields.size() ? this : edited(left);
  }

  /** The whole letter. */
  public byte[] toBytes() {
    int head = bodyOffset();
    byte[] bytes = new byte[head + body.length()]; // at once: a letter may be large
    copyHead(bytes);
    body.copyTo(bytes, head);
    return bytes;
  }

  private void copyHead(byte[] bytes) {
    int at = 0;
    for (Field field : fields) {
      at = field.copyTo(bytes, at);
    }
    System.arraycopy(separator, 0, bytes, at, separator.length);
  }

  /** What stands before the body: the fields, and the blank line after them. */
  public byte[] head() {
    byte[] head = new byte[bodyOffset()];
    copyHead(head);
    return head;
  }

  /** The body, without a copy of it; the same for all letters made of one another by edits. */
  public LetterBody shared() {
    return body;
  }

  /** Writes the whole letter to a stream, which stays open. */
  public void writeTo(OutputStream out) throws IOException {
    for (Field field : fields) {
      field.writeTo(out);
    }
    out.write(separator);
    body.writeTo(out);
  }

  /**
   * A field that lost its line end at the end of the letter gets one before another follows, and a
   * body a blank line.
   */
  private RawLetter edited(List<Field> changed) {
    Field[] complete = changed.toArray(Field[]::new);
    for (int i = 0; i < complete.length - 1; i++) {
      complete[i] = complete[i].completed();
    }
    boolean bodyUnparted = separator.length == 0 && body.length() > 0 && complete.length > 0;
    return new RawLetter(List.of(complete), bodyUnparted ? CRLF : separator, body);
  }

  private static Field field(Header header) {
    byte[] bytes = header.toBytes();
    return new Field(header.name(), bytes, 0, bytes.length);
  }

  private static boolean isBlankLine(byte[] bytes, int at) {
    return bytes[at] == '\n'
        || (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n');
  }

  /**
   * Archives and some delivery agents leave the mbox line "From ..." on top; it belongs to no body.
   */
  private static boolean isMailboxLine(byte[] bytes, int at) {
    int name = bytes[at] == '>' ? at + 1 : at;
    byte[] mark = {'F', 'r', 'o', 'm', ' '};
    return name + mark.length <= bytes.length
        && Arrays.equals(bytes, name, name + mark.length, mark, 0, mark.length);
  }

  /**
   * The name before the colon; empty when the line is no field. Blanks before the colon are
   * obsolete but seen.
   */
  private static String fieldName(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] > ' ' && bytes[end] < 0x7f && bytes[end] != ':') {
      end++;
    }
    int colon = end;
    while (colon < bytes.length && (bytes[colon] == ' ' || bytes[colon] == '\t')) {
      colon++;
    }
    boolean isField = end > at && colon < bytes.length && bytes[colon] == ':';
    return isField ? new String(bytes, at, end - at, StandardCharsets.US_ASCII) : "";
  }

  private static int headerEnd(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && !isBlankLine(bytes, end)) {
      end = lineEnd(bytes, end);
    }
    return end;
  }

  private static int fieldEnd(byte[] bytes, int at) {
    int end = lineEnd(bytes, at);
    while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
      end = lineEnd(bytes, end);
    }
    return end;
  }

  private static int lineEnd(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, bytes.length);
  }
}
