package org.caucus.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The styles of paragraphs in a Word file, as far as they say what a paragraph is. */
final class WordStyles {
  private static final int MOST_STEPS = 20;
  private static final Pattern HEADING = Pattern.compile("heading\\s?([1-9])");

  /** Of one style; -1 where it says nothing. */
  private static final class Style {
    private String name = "";
    private String basedOn = "";
    private int list = -1;
    private int listLevel = -1;
    private int outline = -1;
  }

  private final Map<String, Style> styles = new HashMap<>();
  private String standard = "";
  private String language = "";

  WordStyles(byte @Nullable [] part) {
    if (part == null) {
      return;
    }
    try (SafeXml xml = new SafeXml(part)) {
      Style style = new Style();
      while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
        if (xml.isStart()) {
          style = read(xml, style);
        }
      }
    }
  }

  private Style read(SafeXml xml, Style now) {
    String value = xml.attribute("val", "");
    switch (xml.name()) {
      case "style" -> {
        Style style = new Style();
        styles.put(xml.attribute("styleId", ""), style);
        if (xml.attribute("default", "").matches("1|true")
            && xml.attribute("type", "").equals("paragraph")) {
          standard = xml.attribute("styleId", "");
        }
        return style;
      }
      case "name" -> now.name = value.toLowerCase(Locale.ROOT);
      case "basedOn" -> now.basedOn = value;
      case "numId" -> now.list = SafeXml.whole(value, -1);
      case "ilvl" -> now.listLevel = SafeXml.whole(value, -1);
      case "outlineLvl" -> now.outline = SafeXml.whole(value, -1);
      case "lang" -> language = language.isEmpty() ? value : language;
      default -> {
        // Says nothing of what a paragraph is.
      }
    }
    return now;
  }

  String language() {
    return language;
  }

  /** The style of a paragraph that names none. */
  String standard() {
    return standard;
  }

  /** The list of a style; -1 if it has none. */
  int list(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MOST_STEPS; i++) {
      if (style.list >= 0) {
        return style.list;
      }
      style = styles.get(style.basedOn);
    }
    return -1;
  }

  /** The level in its list; -1 if it says none. */
  int listLevel(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MOST_STEPS; i++) {
      if (style.listLevel >= 0) {
        return style.listLevel;
      }
      style = styles.get(style.basedOn);
    }
    return -1;
  }

  /** The level of a heading, from 1; 0 for text that is not a heading. */
  int heading(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MOST_STEPS; i++) {
      Matcher matcher = HEADING.matcher(style.name);
      if (matcher.matches()) {
        return Integer.parseInt(matcher.group(1));
      }
      if (style.outline >= 0) {
        return style.outline >= 9 ? 0 : style.outline + 1;
      }
      style = styles.get(style.basedOn);
    }
    return 0;
  }

  boolean isTitle(String id) {
    Style style = styles.get(id);
    return style != null && style.name.equals("title");
  }

  /** Of a table of contents. */
  boolean isContents(String id) {
    Style style = styles.get(id);
    return style != null && (style.name.startsWith("toc ") || style.name.endsWith(" figures"));
  }
}
