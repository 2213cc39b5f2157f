package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * What the root of an OOXML package points at (ECMA-376 part 2, section 8): properties may lie
 * under any name, and are found by the type of the relation. Names are in lower case here.
 */
final class OfficeRelations {
  /** Octets of one list of them, at most; office programs write some hundreds. */
  static final int MOST_OCTETS = 64 * 1024;

  private static final Pattern RELATION =
      Pattern.compile(
          "<(?:[\\w.-]{1,40}:)?Relationship\\s(?:[^>\"']{1,200}+|\"[^\"]*+\"|'[^']*+'){1,60}+>"
              + "(?:\\s{0,99}</(?:[\\w.-]{1,40}:)?Relationship\\s{0,9}>)?");
  private static final Pattern TYPE = attribute("Type");
  private static final Pattern TARGET = attribute("Target");
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/%s-properties";
  private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/%sProperties";

  /** Properties with nothing in them, as every program reads them. */
  static final String NO_CORE =
      HEAD
          + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
          + "metadata/core-properties\"/>";

  /** Names the organisation of the person who marked the document as confidential. */
  static final String NO_LABELS =
      HEAD
          + "<clbl:labelList"
          + " xmlns:clbl=\"http://schemas.microsoft.com/office/2020/mipLabelMetadata\"/>";

  private final Map<String, String> empty = new HashMap<>();
  private final Set<String> thumbnails = new HashSet<>();
  private boolean signed;

  private static Pattern attribute(String name) {
    return Pattern.compile("\\s" + name + "\\s{0,9}=\\s{0,9}(?:\"([^\"]*+)\"|'([^']*+)')");
  }

  /** Properties with nothing in them: {@code extended} or {@code custom} ones. */
  static String none(String kind, boolean strict) {
    String space = (strict ? STRICT : OFFICE).formatted(kind);
    return HEAD + "<Properties xmlns=\"" + space + "\"/>";
  }

  /** Reads one more list of them. */
  void read(byte[] relations) {
    if (relations.length > MOST_OCTETS) {
      throw new ZipRewriter.UnreadableException("too many relations");
    }
    Matcher each = RELATION.matcher(text(relations));
    while (each.find()) {
      String type = value(TYPE, each.group()).toLowerCase(Locale.ROOT);
      take(type, kind(type), path(value(TARGET, each.group())));
    }
  }

  private void take(String type, String kind, String target) {
    boolean strict = type.contains("purl.oclc.org");
    signed |= type.contains("/digital-signature/");
    switch (kind) {
      case "coreproperties" -> empty.put(target, NO_CORE);
      case "extendedproperties" -> empty.put(target, none("extended", strict));
      case "customproperties" -> empty.put(target, none("custom", strict));
      case "classificationlabels" -> empty.put(target, NO_LABELS);
      case "thumbnail" -> thumbnails.add(target);
      default -> {}
    }
  }

  /** The list without relations to a small picture of the first page. */
  static byte[] withoutThumbnails(byte[] relations) {
    return RELATION
        .matcher(text(relations))
        .replaceAll(
            found ->
                kind(value(TYPE, found.group())).equals("thumbnail")
                    ? ""
                    : Matcher.quoteReplacement(found.group()))
        .getBytes(ISO_8859_1);
  }

  /** What stands in place of parts of these names. */
  Map<String, String> empty() {
    return empty;
  }

  /** Whether a part of this name is a small picture of the first page. */
  boolean isThumbnail(String name) {
    return thumbnails.contains(name);
  }

  boolean isSigned() {
    return signed;
  }

  /** The words of a part in XML, each octet a character; throws if that tells nothing of it. */
  static String text(byte[] xml) {
    if (OpaqueFile.hasNul(xml)) {
      throw new ZipRewriter.UnreadableException("in characters of two octets");
    }
    return new String(xml, ISO_8859_1);
  }

  private static String kind(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.substring(lower.lastIndexOf('/') + 1).replace("-", "");
  }

  private static String value(Pattern attribute, String tag) {
    Matcher found = attribute.matcher(tag);
    if (!found.find()) {
      return "";
    }
    String value = found.group(1) == null ? found.group(2) : found.group(1);
    return Parser.unescapeEntities(value, true).strip();
  }

  /** A target as the name of an entry. */
  private static String path(String target) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : decoded(target.replace('\\', '/')).split("/", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names).toLowerCase(Locale.ROOT);
  }

  private static String decoded(String target) {
    byte[] octets = target.getBytes(ISO_8859_1);
    StringBuilder out = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int high = octets[i] == '%' && i + 2 < octets.length ? digit(octets[i + 1]) : -1;
      int low = high < 0 ? -1 : digit(octets[i + 2]);
      out.append((char) (low < 0 ? octets[i] & 0xff : high * 16 + low));
      i += low < 0 ? 0 : 2;
    }
    return out.toString();
  }

  private static int digit(byte octet) {
    return Character.digit((char) octet, 16);
  }
}
