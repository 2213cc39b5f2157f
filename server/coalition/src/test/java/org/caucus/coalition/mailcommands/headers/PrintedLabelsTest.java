package org.caucus.coalition.mailcommands.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every label that a letter or a form of ours prints is read back as the field it was printed for,
 * in each language: anyone who answers with what they were sent is understood. A label that is new
 * in a catalogue fails here until it is read, or named among those that stand for no field.
 */
class PrintedLabelsTest {
  private static final Path WORDS = Checkout.server("src/main/resources/words");
  private static final Path FORMS = Checkout.root("web/src/words");
  private static final List<String> LANGUAGES = List.of("en", "fr", "ar");

  /** Catalogues of letters, feeds and tables in which fields of things stand. */
  private static final List<String> CATALOGUES = List.of("notices", "actions", "feeds", "moments");

  /** One word or a few and a colon, and behind it, or below it, nothing but a value. */
  private static final Pattern LABEL =
      Pattern.compile(
          "([^:{}.\\n"
              + "]{1,40}?)[ \\u00a0]?:(?:[ \\n"
              + "][“«\"]?[ \u00a0]?\\{\\w++}[^.:{}]{0,24}(?:\\{\\w++})?)?");

  /** What is printed and is no field of a thing; each with its reason. */
  private static final Map<String, String> NO_FIELD =
      Map.ofEntries(
          Map.entry("notices read-by", "a footer: labels of ours are no orders"),
          Map.entry("notices answer-to", "an address, and no field"),
          Map.entry("notices unrelated", "says what is no more"),
          Map.entry("notices checklist", "a heading: its lines are read by their boxes"),
          Map.entry("notices terms", "a sentence"),
          Map.entry("notices files", "a heading"),
          Map.entry("notices new-text", "a heading: below it stands the text"),
          Map.entry("notices now-with", "says whose it is now"),
          Map.entry("feeds read-by", "of feeds: nobody answers them"),
          Map.entry("feeds taken-back", "a title"),
          Map.entry("feeds called-off", "a title"),
          Map.entry("moments before.when", "what was"),
          Map.entry("moments before.all-day", "what was"),
          Map.entry("moments before.days", "what was"),
          Map.entry("actions reply", "what an agency said"));

  /** The field for which a label is printed, where it is not called like it. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("related.BLOCKS", "blocks"),
          Map.entry("related.DUPLICATES", "duplicate"),
          Map.entry("related.CHILD_OF", "parent"),
          Map.entry("related.RELATES", "relates"),
          Map.entry("related.EVIDENCED_BY", "evidence"),
          Map.entry("promised", "due"),
          Map.entry("assigned", "assignee"),
          Map.entry("assignees", "assignee"),
          Map.entry("cited", "quote"),
          Map.entry("join", "link"),
          Map.entry("embargo-until", "embargo"),
          Map.entry("at", "when"),
          Map.entry("all-day", "when"),
          Map.entry("days", "when"));

  /** Labels of forms: the file, and the name under which each stands there. */
  private static final Map<String, Set<String>> FORM_LABELS =
      new TreeMap<>(
          Map.of(
              "issues", Set.of("priority", "labels"),
              "updates", Set.of("provision")));

  private record Printed(String where, String label, String field) {
    @Override
    public String toString() {
      return where + ": " + label;
    }
  }

  static List<Printed> printed() throws IOException {
    List<Printed> all = new ArrayList<>();
    for (String language : LANGUAGES) {
      for (String catalogue : CATALOGUES) {
        for (Map.Entry<Object, Object> one : read(catalogue, language).entrySet()) {
          String key = (String) one.getKey();
          Matcher label = LABEL.matcher((String) one.getValue());
          if (label.matches() && !NO_FIELD.containsKey(catalogue + " " + key) && !ofWho(key)) {
            all.add(new Printed(catalogue + "." + language, label.group(1), field(key)));
          }
        }
      }
      for (String column :
          List.of(
              "state",
              "type",
              "priority",
              "assignees",
              "labels",
              "due",
              "document",
              "part",
              "number",
              "quote",
              "provision",
              "audience")) {
        String label = (String) read("tables", language).get(column);
        all.add(new Printed("tables." + language, label, field(column)));
      }
      for (Map.Entry<String, Set<String>> form : FORM_LABELS.entrySet()) {
        String text = Files.readString(FORMS.resolve(form.getKey() + "." + language + ".ts"));
        for (String name : form.getValue()) {
          Matcher label = Pattern.compile("\\b" + name + ": '([^']+)'").matcher(text);
          assertThat(label.find()).as(form.getKey() + " " + name).isTrue();
          all.add(new Printed(form.getKey() + "." + language + ".ts", label.group(1), field(name)));
        }
      }
    }
    return all;
  }

  /** Sentences that end before somebody's own words, such as "Amina wrote:". */
  private static boolean ofWho(String key) {
    return Set.of("wrote", "corrected", "echo.issue", "echo.action", "echo.opened").contains(key)
        || key.startsWith("several")
        || Set.of("planned", "changed", "minutes", "soon", "opened", "over", "embargoed")
            .contains(key);
  }

  private static String field(String key) {
    return FIELDS.getOrDefault(key, key);
  }

  private static Properties read(String catalogue, String language) throws IOException {
    Properties read = new Properties();
    Path file = WORDS.resolve(catalogue + "." + language + ".properties");
    read.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
    return read;
  }

  @ParameterizedTest
  @MethodSource("printed")
  void aLabelIsReadBackAsItsField(Printed printed) {
    HeaderKeys only =
        HeaderKeys.of(printed.field()::equalsIgnoreCase, List.of(printed.field())).openedRight();
    for (String line :
        List.of(
            printed.label() + ": x",
            printed.label() + "\u00a0: x",
            printed.label() + "\u202f:\u00a0x",
            printed.label() + "\uff1a x",
            "\u200f" + printed.label() + ": \u2068x\u2069",
            printed.label().toUpperCase(java.util.Locale.ROOT) + ": x",
            "*" + printed.label() + "*: x")) {
      assertThat(HeaderBlock.of(line + "\n\nSo.", only, 5).lines())
          .as(line)
          .singleElement()
          .satisfies(found -> assertThat(found.name()).isEqualTo(printed.field()));
    }
  }
}
