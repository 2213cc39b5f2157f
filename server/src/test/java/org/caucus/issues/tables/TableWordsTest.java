package org.caucus.issues.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caucus.issues.fields.Arrangement;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.IssueType;
import org.caucus.issues.fields.OwnField;
import org.caucus.issues.fields.Priority;
import org.caucus.words.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that was written in any language is read by the person who reads another. */
class TableWordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void eachColumnIsFoundByItsName(Language language) {
    TableWords words = new TableWords(language);
    List<String> heads = Columns.KNOWN.stream().map(words::column).toList();

    assertThat(Columns.of(heads, Map.of(), Arrangement.USUAL).fields()).isEqualTo(Columns.KNOWN);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachConstantIsFoundByItsWord(Language language) {
    found(language, IssueState.values());
    found(language, IssueType.values());
    found(language, Priority.values());
  }

  private static <E extends Enum<E>> void found(Language language, E[] all) {
    TableWords words = new TableWords(language);
    Arrays.stream(all)
        .forEach(
            one ->
                assertThat(TableWords.constant(all, words.word(one).toUpperCase(Locale.ROOT)))
                    .as(words.word(one))
                    .contains(one));
  }

  private static OwnField field(String id, String name) {
    return new OwnField(id, name, OwnField.Kind.TEXT, List.of());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachOwnFieldIsFoundByTheHeadOfItsColumn(Language language) {
    List<OwnField> fields =
        List.of(
            field("agency", "Agence saisie"),
            field("twice", "Même nom"),
            field("again", "même nom"),
            field("titre", "Titre"),
            field("labels", "Labels"),
            field("tags", "Tags"),
            field("formula", "=SUM(A1)"));
    Arrangement arrangement = new Arrangement(List.of(), IssueState.OPEN, fields);
    TableWords words = new TableWords(language);
    List<String> heads = new ArrayList<>(Columns.KNOWN.stream().map(words::column).toList());
    int others = heads.size();
    heads.addAll(words.own(List.copyOf(heads), arrangement));

    assertThat(heads).doesNotHaveDuplicates();
    assertThat(heads.get(others))
        .isEqualTo(language == Language.ENGLISH ? "field.agency" : "Agence saisie");
    List<String> found = Columns.of(heads, Map.of(), arrangement).fields();
    assertThat(found.subList(others, found.size()))
        .isEqualTo(fields.stream().map(f -> Columns.OWN + f.id()).toList());
  }
}
