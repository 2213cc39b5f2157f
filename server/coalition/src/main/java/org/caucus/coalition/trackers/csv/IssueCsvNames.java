package org.caucus.coalition.trackers.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.platform.csv.CsvWriter;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/**
 * What a table calls the fields of an issue, and their states, types and priorities. In English
 * these are the words of the API. A table is read in every language, no matter who wrote it.
 */
record IssueCsvNames(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("tables");

  /** Those that were called otherwise. */
  private static final List<String> FORMER =
      List.of("provision", "assignees", "due", "checklist", "audience");

  /** The head of a column. */
  String column(String field) {
    return PHRASES.say(language, field.replace(' ', '-'));
  }

  /**
   * The heads of a tracker's own fields, behind those of the others: their names, where an import
   * finds them again by these; else, and in English, what the API calls them.
   */
  List<String> own(List<String> others, TrackerConfig arrangement) {
    List<String> usual =
        arrangement.fields().stream().map(f -> IssueCsvColumns.OWN + f.id()).toList();
    List<String> heads = language == Language.ENGLISH ? usual : names(others, arrangement, usual);
    for (List<String> before = List.of(); !heads.equals(before); ) {
      before = heads;
      List<String> all = Stream.concat(others.stream(), before.stream()).toList();
      List<String> found = IssueCsvColumns.of(all, Map.of(), arrangement).fields();
      heads =
          IntStream.range(0, usual.size())
              .mapToObj(i -> kept(all, found, others.size() + i, usual.get(i)))
              .toList();
    }
    return heads;
  }

  private static String kept(List<String> heads, List<String> found, int at, String usual) {
    return found.get(at).equals(usual) ? heads.get(at) : usual;
  }

  /** Those that a table can bear: no two alike, and nothing that a spreadsheet would reckon. */
  private static List<String> names(
      List<String> others, TrackerConfig arrangement, List<String> usual) {
    List<String> all = new ArrayList<>(others);
    arrangement.fields().forEach(field -> all.add(field.name()));
    return IntStream.range(0, usual.size())
        .mapToObj(
            i -> {
              String name = arrangement.fields().get(i).name();
              boolean alone = all.stream().filter(name::equalsIgnoreCase).count() == 1;
              return alone && !CsvWriter.isFormula(name) ? name : usual.get(i);
            })
        .toList();
  }

  /** A state, a type or a priority. */
  String word(Enum<?> constant) {
    return language == Language.ENGLISH ? constant.name() : EnumNames.say(language, constant);
  }

  /** The field whose column is called so in some language. */
  static Optional<String> field(String name) {
    return IssueCsvColumns.KNOWN.stream()
        .filter(field -> isSaid(name, words -> words.column(field)))
        .findFirst();
  }

  /** The field whose column was called so in tables of before. */
  static Optional<String> former(String name) {
    return FORMER.stream()
        .filter(
            field ->
                Arrays.stream(Language.values())
                    .map(language -> PHRASES.say(language, "also." + field).split(", ", -1))
                    .flatMap(Arrays::stream)
                    .anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /** The constant that is called so in some language. */
  static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return EnumNames.of(name, all)
        .or(() -> Arrays.stream(all).filter(one -> one.name().equalsIgnoreCase(name)).findFirst());
  }

  /** Says something in a language. */
  private interface Saying {
    String of(IssueCsvNames words);
  }

  private static boolean isSaid(String name, Saying saying) {
    return Arrays.stream(Language.values())
        .anyMatch(language -> saying.of(new IssueCsvNames(language)).equalsIgnoreCase(name));
  }
}
