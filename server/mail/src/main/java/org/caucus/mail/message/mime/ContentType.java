package org.caucus.mail.message.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;

/**
 * What a field says before its parameters, and these (RFC 2045 section 5.1): of Content-Type and of
 * Content-Disposition. Read leniently, as mail programs do: sections of RFC 2231 are put together,
 * comments are passed over, of two parameters of a name the first counts.
 *
 * @param kind in lower case, such as {@code text/plain}; empty if there is none
 * @param parameters by name in lower case, in order, decoded
 */
public record ContentType(String kind, Map<String, String> parameters) {
  /** The field. */
  public static final String FIELD = "Content-Type";

  /** Parameters of one field; the rest is left out. */
  static final int MAX_PARAMETERS = 50;

  private static final String USUAL = "text/plain";

  /** Keeps the parameters as they are now. */
  public ContentType {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Of a part; what has no such field is plain text (RFC 2045 section 5.2). */
  public static ContentType of(RawLetter part) {
    ContentType said = part.value(FIELD).map(ContentType::parse).orElse(parse(USUAL));
    return said.kind.indexOf('/') > 0 ? said : new ContentType(USUAL, said.parameters);
  }

  /** Whether it is of this kind, such as {@code multipart/}. */
  public boolean isOf(String beginning) {
    return kind.startsWith(beginning);
  }

  /** The value of a parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The charset of its words; UTF-8 if it names none that is known here. */
  public Charset charset() {
    try {
      return Charset.forName(parameters.getOrDefault("charset", "utf-8").strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** The same with another value of a parameter. */
  public ContentType with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new ContentType(kind, changed);
  }

  /** The field, in the form that all programs read. */
  public Header field(String name) {
    StringBuilder value = new StringBuilder(kind);
    parameters.forEach((key, text) -> append(value, key, text));
    return Header.structured(name, value.toString());
  }

  private static void append(StringBuilder out, String name, String text) {
    boolean ascii = text.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (ascii && text.length() < 200) {
      out.append("; ").append(name).append("=\"");
      out.append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      return;
    }
    // RFC 2231 section 3: sections, none of which ends within a character
    StringBuilder section = new StringBuilder();
    int number = 0;
    for (int c : text.codePoints().toArray()) {
      String one = percent(c);
      if (section.length() + one.length() > 60) {
        section(out, name, number++, section);
      }
      section.append(one);
    }
    section(out, name, number, section);
  }

  private static void section(StringBuilder out, String name, int number, StringBuilder section) {
    out.append("; ").append(name).append('*').append(number).append("*=");
    out.append(number == 0 ? "utf-8''" : "").append(section);
    section.setLength(0);
  }

  private static String percent(int c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      return Character.toString(c);
    }
    if (c == '.' || c == '-' || c == '_') {
      return Character.toString(c);
    }
    StringBuilder out = new StringBuilder();
    for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      out.append("%%%02X".formatted(octet));
    }
    return out.toString();
  }

  /** Reads a value. */
  public static ContentType parse(String value) {
    ParameterReader in = new ParameterReader(uncommented(value));
    String kind = in.until(";").strip().replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, Map<Integer, String>> sections = new LinkedHashMap<>();
    for (int n = 0; n < MAX_PARAMETERS && in.more(); n++) {
      String name = in.until("=;").strip().toLowerCase(Locale.ROOT);
      String text = in.took() == '=' ? in.text() : "";
      if (name.isEmpty()) {
        continue;
      }
      int star = name.indexOf('*');
      if (star <= 0) {
        plain.putIfAbsent(name, text);
      } else {
        sections
            .computeIfAbsent(name.substring(0, star), k -> new TreeMap<>())
            .putIfAbsent(number(name, star), name.endsWith("*") ? "%" + text : "=" + text);
      }
    }
    sections.forEach((name, all) -> plain.put(name, joined(all)));
    return new ContentType(kind, plain);
  }

  private static int number(String name, int star) {
    String digits = name.substring(star + 1).replace("*", "");
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }

  private static String joined(Map<Integer, String> sections) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    Charset charset = StandardCharsets.UTF_8;
    boolean first = true;
    for (String section : sections.values()) {
      String text = section.substring(1);
      if (section.charAt(0) == '%') {
        int mark = first ? text.indexOf('\'', text.indexOf('\'') + 1) : -1;
        if (mark > 0) {
          String named = text.substring(0, text.indexOf('\''));
          charset = new ContentType("", Map.of("charset", named)).charset();
          text = text.substring(mark + 1);
        }
        decode(text, octets);
      } else {
        octets.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      }
      first = false;
    }
    return octets.toString(charset);
  }

  private static void decode(String text, ByteArrayOutputStream out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (c == '%' && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Without comments (RFC 5322 section 3.2.2), which may stand between any two words. */
  private static String uncommented(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escaped = c == '\\' && i + 1 < value.length();
      if (depth == 0 && c == '"') {
        quoted = !quoted;
      }
      if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && depth > 0) {
        depth--;
        out.append(' ');
      } else if (depth == 0) {
        out.append(c);
        if (escaped) {
          out.append(value.charAt(i + 1));
        }
      }
      i += escaped ? 1 : 0;
    }
    return out.toString();
  }
}
