package org.caucus.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The automatic numbers of a Word file, computed as Word does. They are in no paragraph: a list has
 * formats for nine levels, and counts as its paragraphs come.
 */
final class WordNumbers {
  private static final int LEVELS = 9;
  private static final int MOST_STEPS = 5;

  /** A level of a list. */
  private static final class Level {
    private int start = 1;
    private String format = "decimal";
    private String text = "";
    private int restartAfter = -1;
    private boolean isLegal;
    private String style = "";
  }

  /** A list as it is defined; several lists of the text may count on in it. */
  private static final class Definition {
    private final @Nullable Level[] levels = new @Nullable Level[LEVELS];
    private final int[] counts = new int[LEVELS];
    private final boolean[] isCounting = new boolean[LEVELS];
    private String styleLink = "";
  }

  /** A list of the text. */
  private static final class Instance {
    private int definition = -1;
    private final @Nullable Level[] levels = new @Nullable Level[LEVELS];
    private final Map<Integer, Integer> starts = new HashMap<>();
  }

  private final Map<Integer, Definition> definitions = new HashMap<>();
  private final Map<Integer, Instance> instances = new HashMap<>();
  private final Set<String> started = new HashSet<>();
  private final WordStyles styles;

  WordNumbers(byte @Nullable [] part, WordStyles styles) {
    this.styles = styles;
    if (part == null) {
      return;
    }
    try (SafeXml xml = new SafeXml(part)) {
      if (!xml.child()) {
        return;
      }
      while (xml.child()) {
        switch (xml.name()) {
          case "abstractNum" -> definition(xml);
          case "num" -> instance(xml);
          default -> xml.skip();
        }
      }
    }
  }

  private void definition(SafeXml xml) {
    Definition definition = new Definition();
    definitions.put(xml.number("abstractNumId", -1), definition);
    while (xml.child()) {
      switch (xml.name()) {
        case "lvl" -> level(xml, definition.levels);
        case "numStyleLink" -> {
          definition.styleLink = xml.attribute("val", "");
          xml.skip();
        }
        default -> xml.skip();
      }
    }
  }

  private void instance(SafeXml xml) {
    Instance instance = new Instance();
    instances.put(xml.number("numId", -1), instance);
    while (xml.child()) {
      if (xml.name().equals("lvlOverride")) {
        override(xml, instance);
      } else {
        if (xml.name().equals("abstractNumId")) {
          instance.definition = xml.number("val", -1);
        }
        xml.skip();
      }
    }
  }

  private static void override(SafeXml xml, Instance instance) {
    int level = xml.number("ilvl", -1);
    while (xml.child()) {
      if (xml.name().equals("lvl")) {
        level(xml, instance.levels);
      } else {
        if (xml.name().equals("startOverride") && isLevel(level)) {
          instance.starts.put(level, xml.number("val", 1));
        }
        xml.skip();
      }
    }
  }

  private static boolean isLevel(int level) {
    return level >= 0 && level < LEVELS;
  }

  private static void level(SafeXml xml, @Nullable Level[] levels) {
    Level level = new Level();
    int at = xml.number("ilvl", -1);
    if (isLevel(at)) {
      levels[at] = level;
    }
    while (xml.child()) {
      String value = xml.attribute("val", "");
      switch (xml.name()) {
        case "start" -> level.start = SafeXml.whole(value, 1);
        case "numFmt" -> level.format = value;
        case "lvlText" -> level.text = value;
        case "lvlRestart" -> level.restartAfter = SafeXml.whole(value, -1);
        case "isLgl" -> level.isLegal = !value.matches("0|false|off");
        case "pStyle" -> level.style = value;
        default -> {
          // How it looks.
        }
      }
      xml.skip();
    }
  }

  private @Nullable Definition definition(Instance instance) {
    Definition definition = definitions.get(instance.definition);
    for (int i = 0; definition != null && !definition.styleLink.isEmpty() && i < MOST_STEPS; i++) {
      Instance linked = instances.get(styles.list(definition.styleLink));
      Definition next = linked == null ? null : definitions.get(linked.definition);
      if (next == null || next == definition) {
        break;
      }
      definition = next;
    }
    return definition;
  }

  /** The level of a list that a style has, where the list names the style. */
  int levelOf(int list, String style) {
    Instance instance = instances.get(list);
    Definition definition = instance == null ? null : definition(instance);
    for (int i = 0; definition != null && i < LEVELS; i++) {
      Level level = level(instance, definition, i);
      if (level.style.equals(style) && !style.isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private static Level level(@Nullable Instance instance, Definition definition, int at) {
    Level own = instance == null ? null : instance.levels[at];
    Level level = own == null ? definition.levels[at] : own;
    return level == null ? new Level() : level;
  }

  /** Counts one paragraph, and answers its number; empty where it shows none. */
  String next(int list, int at) {
    Instance instance = instances.get(list);
    Definition definition = instance == null ? null : definition(instance);
    if (instance == null || definition == null || !isLevel(at)) {
      return "";
    }
    count(list, instance, definition, at);
    Level level = level(instance, definition, at);
    if (level.format.equals("bullet")) {
      return "•";
    }
    return level.format.equals("none") && level.text.isEmpty()
        ? ""
        : words(instance, definition, level);
  }

  private void count(int list, Instance instance, Definition definition, int at) {
    Integer start = instance.starts.get(at);
    if (start != null && started.add(list + "/" + at)) {
      definition.counts[at] = start;
    } else if (definition.isCounting[at]) {
      definition.counts[at]++;
    } else {
      definition.counts[at] = start != null ? start : level(instance, definition, at).start;
    }
    definition.isCounting[at] = true;
    for (int i = 0; i < at; i++) {
      if (!definition.isCounting[i]) {
        definition.counts[i] = level(instance, definition, i).start;
        definition.isCounting[i] = true;
      }
    }
    for (int i = at + 1; i < LEVELS; i++) {
      int after = level(instance, definition, i).restartAfter;
      // 0 is never; a number is the level, from 1, after which alone it begins again.
      if (after < 0 || (after > 0 && at + 1 <= after)) {
        definition.isCounting[i] = false;
      }
    }
  }

  private static String words(Instance instance, Definition definition, Level level) {
    StringBuilder built = new StringBuilder();
    String text = level.text;
    for (int i = 0; i < text.length(); i++) {
      boolean isPlace =
          text.charAt(i) == '%'
              && i + 1 < text.length()
              && text.charAt(i + 1) >= '1'
              && text.charAt(i + 1) <= '9';
      if (isPlace) {
        int at = text.charAt(++i) - '1';
        String format = level(instance, definition, at).format;
        built.append(NumberFormat.of(level.isLegal ? "decimal" : format, definition.counts[at]));
      } else {
        built.append(text.charAt(i));
      }
    }
    return built.toString().strip();
  }
}
