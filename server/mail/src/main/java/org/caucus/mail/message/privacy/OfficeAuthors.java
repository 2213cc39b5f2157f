package org.caucus.mail.message.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who commented on an office document and changed it: each is called Author 1, Author 2 and so on
 * in all of it, so that readers still see who answers whom. Accounts, and numbers by which one
 * editing session is known in other documents ({@code w:rsid}), go. Names of entries are in lower
 * case here.
 */
final class OfficeAuthors {
  private static final String NAME = "Author ";
  private static final String INITIAL = "A";

  /**
   * What Excel writes for an author whose words stand in a threaded comment; the link is needed.
   */
  private static final String THREAD = "tc={";

  /** What becomes of a name or number. */
  private enum Becomes {
    NAMED,
    INITIALS,
    /** A comment that begins with its author's name, as Excel writes it. */
    SPEAKER,
    EMPTY,
    ZERO,
    GONE
  }

  /**
   * Which entries.
   *
   * @param folder their folder; {@code *} for any
   * @param file how their own name begins
   */
  private record Place(String folder, String file) {
    boolean has(String name) {
      int slash = name.lastIndexOf('/');
      boolean there =
          folder.equals("*") || folder.equals(slash < 0 ? "" : name.substring(0, slash));
      return there && name.endsWith(".xml") && name.startsWith(file, slash + 1);
    }
  }

  /**
   * What becomes of what stands at a place.
   *
   * @param element the name without prefix; {@code *} for any
   * @param attribute the name without prefix; empty for the element itself
   */
  private record Rule(Place place, String element, String attribute, Becomes becomes) {
    static Rule of(String place, String at, Becomes becomes) {
      String[] where = place.split(":", 2);
      String[] what = at.split("@", 2);
      String attribute = what.length > 1 ? what[1] : "";
      return new Rule(new Place(where[0], where[1]), what[0], attribute, becomes);
    }

    boolean isOf(String name, String attributeName) {
      return (element.equals("*") || element.equals(name)) && attribute.equals(attributeName);
    }
  }

  private static final List<Rule> RULES =
      Stream.of(
              rules(
                  List.of("word:", "word/glossary:"),
                  Map.of(
                      "*@author", Becomes.NAMED,
                      "*@initials", Becomes.INITIALS,
                      "permStart@ed", Becomes.NAMED,
                      "*@rsid", Becomes.GONE,
                      "rsids", Becomes.GONE,
                      "rsid", Becomes.GONE,
                      "docId", Becomes.GONE)),
              rules(
                  List.of("xl:comments", "xl/comments:"),
                  Map.of("author", Becomes.NAMED, "t", Becomes.SPEAKER)),
              rules(List.of("xl/persons:"), Map.of("person@displayName", Becomes.NAMED)),
              rules(
                  List.of("xl/revisions:"),
                  Map.of(
                      "*@userName", Becomes.NAMED,
                      "*@author", Becomes.NAMED,
                      "userInfo@name", Becomes.NAMED)),
              rules(
                  List.of("xl/pivotcache:pivotcachedefinition"),
                  Map.of("*@refreshedBy", Becomes.NAMED)),
              rules(List.of("xl:workbook"), Map.of("customWorkbookView@name", Becomes.NAMED)),
              rules(
                  List.of("ppt:commentauthors", "ppt:authors"),
                  Map.of("*@name", Becomes.NAMED, "*@initials", Becomes.INITIALS)),
              rules(
                  List.of("ppt/changesinfos:"),
                  Map.of(
                      "*@name", Becomes.NAMED,
                      "*@userId", Becomes.EMPTY,
                      "*@providerId", Becomes.EMPTY)),
              rules(
                  List.of("word/documenttasks:", "xl/documenttasks:", "ppt/tasks:"),
                  Map.of(
                      "*@userName", Becomes.NAMED,
                      "*@userId", Becomes.EMPTY,
                      "*@userProvider", Becomes.EMPTY)),
              rules(
                  List.of("visio:comments"),
                  Map.of(
                      "AuthorEntry@Name", Becomes.NAMED,
                      "AuthorEntry@Initials", Becomes.INITIALS,
                      "AuthorEntry@ResolutionID", Becomes.EMPTY)),
              rules(
                  List.of("*:content.xml", "*:styles.xml"),
                  Map.of(
                      "creator", Becomes.NAMED,
                      "creator-initials", Becomes.INITIALS,
                      "sender-initials", Becomes.INITIALS,
                      "*@rsid", Becomes.GONE)),
              rules(
                  List.of("*:settings.xml"),
                  Map.of(
                      "config-item[Rsid]", Becomes.ZERO,
                      "config-item[RsidRoot]", Becomes.ZERO,
                      "config-item[PrinterName]", Becomes.EMPTY,
                      "config-item[PrinterSetup]", Becomes.EMPTY)))
          .flatMap(List::stream)
          .toList();

  private static List<Rule> rules(List<String> places, Map<String, Becomes> changes) {
    return places.stream()
        .flatMap(p -> changes.entrySet().stream().map(e -> Rule.of(p, e.getKey(), e.getValue())))
        .toList();
  }

  private final Map<String, Integer> numbers = new HashMap<>();

  /** How an entry of that name is changed; empty if nobody is named in it. */
  Optional<UnaryOperator<String>> change(String name) {
    List<Rule> rules = RULES.stream().filter(r -> r.place().has(name)).toList();
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(xml -> XmlTags.changed(xml, new Applied(rules)));
  }

  private final class Applied implements XmlTags.Rules {
    private final List<Rule> rules;

    Applied(List<Rule> rules) {
      this.rules = rules;
    }

    @Override
    public XmlTags.Change attribute(XmlTags.Tag tag, XmlTags.Attribute attribute) {
      return found(tag.name(), kind(attribute.name()), tag);
    }

    /** What a field shows ({@code text:creator}) is words. */
    @Override
    public XmlTags.Change element(XmlTags.Tag tag) {
      String name = tag.name();
      String called = name.equals("config-item") ? name + "[" + tag.value("name") + "]" : name;
      return tag.full().startsWith("text:") ? XmlTags.STAYS : found(called, "", tag);
    }

    private XmlTags.Change found(String element, String attribute, XmlTags.Tag tag) {
      for (Rule rule : rules) {
        if (rule.isOf(element, attribute)) {
          return change(rule.becomes(), tag);
        }
      }
      return XmlTags.STAYS;
    }
  }

  /** Numbers of sessions have some names: {@code rsidR}, {@code rsidRPr}, paragraph-rsid. */
  private static String kind(String attribute) {
    return attribute.startsWith("rsid") || attribute.equals("paragraph-rsid") ? "rsid" : attribute;
  }

  private XmlTags.Change change(Becomes becomes, XmlTags.Tag tag) {
    return switch (becomes) {
      case NAMED -> new XmlTags.Change.Says(this::named);
      case INITIALS -> new XmlTags.Change.Says(was -> initials(was, tag));
      case SPEAKER -> new XmlTags.Change.Says(this::speaker);
      case EMPTY -> new XmlTags.Change.Says(was -> "");
      case ZERO -> new XmlTags.Change.Says(was -> "0");
      case GONE -> XmlTags.GOES;
    };
  }

  private String named(String was) {
    return was.isBlank() || was.startsWith(THREAD)
        ? was
        : NAME + numbers.computeIfAbsent(was, n -> numbers.size() + 1);
  }

  private String initials(String was, XmlTags.Tag tag) {
    String beside =
        tag.attributes().stream()
            .filter(a -> a.name().equals("author") || a.name().equalsIgnoreCase("name"))
            .map(XmlTags.Attribute::value)
            .findFirst()
            .orElse("");
    return was.isEmpty() ? was : INITIAL + named(beside).replace(NAME, "").strip();
  }

  private String speaker(String words) {
    int colon = words.indexOf(':');
    Integer number = colon < 0 ? null : numbers.get(words.substring(0, colon).strip());
    return number == null ? words : NAME + number + words.substring(colon);
  }
}
