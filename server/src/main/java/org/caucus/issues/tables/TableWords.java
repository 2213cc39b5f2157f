package org.caucus.issues.tables;

import java.util.Arrays;
import java.util.Optional;
import org.caucus.words.Language;
import org.caucus.words.Phrases;

/**
 * What a table calls the fields of an issue, and their states, types and priorities. In English
 * these are the words of the API. A table is read in every language, whoever wrote it.
 */
record TableWords(Language language) {
  private static final Phrases PHRASES = Phrases.of("tables");

  /** The head of a column. */
  String column(String field) {
    return PHRASES.say(language, field.replace(' ', '-'));
  }

  /** A state, a type or a priority. */
  String word(Enum<?> constant) {
    return PHRASES.say(language, constant.getDeclaringClass().getSimpleName() + "." + constant);
  }

  /** The field whose column is called so in some language. */
  static Optional<String> field(String name) {
    return Columns.KNOWN.stream()
        .filter(field -> isSaid(name, words -> words.column(field)))
        .findFirst();
  }

  /** The constant that is called so in some language. */
  static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return Arrays.stream(all).filter(one -> isSaid(name, words -> words.word(one))).findFirst();
  }

  /** Says something in a language. */
  private interface Saying {
    String of(TableWords words);
  }

  private static boolean isSaid(String name, Saying saying) {
    return Arrays.stream(Language.values())
        .anyMatch(language -> saying.of(new TableWords(language)).equalsIgnoreCase(name));
  }
}
