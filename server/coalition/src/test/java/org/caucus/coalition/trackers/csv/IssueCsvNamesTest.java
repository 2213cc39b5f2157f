package org.caucus.coalition.trackers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that was written in any language is read by the person who reads another. */
class IssueCsvNamesTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void eachColumnIsFoundByItsName(Language language) {
    IssueCsvNames words = new IssueCsvNames(language);
    List<String> heads = IssueCsvColumns.KNOWN.stream().map(words::column).toList();

    assertThat(IssueCsvColumns.of(heads, Map.of(), TrackerConfig.USUAL).fields())
        .isEqualTo(IssueCsvColumns.KNOWN);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachConstantIsFoundByItsWord(Language language) {
    found(language, IssueState.values());
    found(language, IssueType.values());
    found(language, Priority.values());
  }

  private static <E extends Enum<E>> void found(Language language, E[] all) {
    IssueCsvNames words = new IssueCsvNames(language);
    Arrays.stream(all)
        .forEach(
            one ->
                assertThat(IssueCsvNames.constant(all, words.word(one).toUpperCase(Locale.ROOT)))
                    .as(words.word(one))
                    .contains(one));
  }

  private static CustomField field(String id, String name) {
    return new CustomField(id, name, CustomField.Kind.TEXT, List.of());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachOwnFieldIsFoundByTheHeadOfItsColumn(Language language) {
    List<CustomField> fields =
        List.of(
            field("agency", "Agence saisie"),
            field("twice", "Même nom"),
            field("again", "même nom"),
            field("titre", "Titre"),
            field("labels", "Labels"),
            field("tags", "Tags"),
            field("formula", "=SUM(A1)"));
    TrackerConfig arrangement = new TrackerConfig(List.of(), IssueState.OPEN, fields);
    IssueCsvNames words = new IssueCsvNames(language);
    List<String> heads =
        new ArrayList<>(IssueCsvColumns.KNOWN.stream().map(words::column).toList());
    int others = heads.size();
    heads.addAll(words.own(List.copyOf(heads), arrangement));

    assertThat(heads).doesNotHaveDuplicates();
    assertThat(heads.get(others))
        .isEqualTo(language == Language.ENGLISH ? "field.agency" : "Agence saisie");
    List<String> found = IssueCsvColumns.of(heads, Map.of(), arrangement).fields();
    assertThat(found.subList(others, found.size()))
        .isEqualTo(fields.stream().map(f -> IssueCsvColumns.OWN + f.id()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Liste de contrôle, checklist",
    "Public, audience",
    "النص المعني, provision",
    "المكلّفون, assignees",
    "الموعد, due",
    "قائمة التحقق, checklist",
    "دائرة القرّاء, audience",
    "Responsable, assignees"
  })
  void aHeadOfATableOfBeforeIsStillFound(String head, String field) {
    List<String> heads = List.of("Titre", head);

    assertThat(IssueCsvColumns.of(heads, Map.of(), TrackerConfig.USUAL).fields())
        .containsExactly("title", field);
  }
}
